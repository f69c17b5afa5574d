import { Controller, Get, Query } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { StudiesToReadQuery } from '../studies-to-read/studies-to-read.query.js';
import { readingListItem } from './reading-list-item.js';

const state = z.enum(['open', 'signed']).default('open');

@Controller('reading-list')
export class ReadingListController {
  constructor(private readonly studies: StudiesToReadQuery) {}

  @Get()
  @Allow('see-reading-list')
  async list(@Asked() { by }: Context, @Query('state', { schema: state }) wanted: z.infer<typeof state>) {
    const facilities = by.facilitiesFor('see-reading-list');
    const found = await (wanted === 'signed' ? this.studies.signed(facilities) : this.studies.open(facilities));
    return { items: found.map(readingListItem) };
  }
}

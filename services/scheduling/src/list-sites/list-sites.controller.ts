import { Controller, Get } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { DataSource } from 'typeorm';
import { appliedSites } from '../site/sites.query.js';

@Controller('sites')
export class ListSitesController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @Allow('see-schedule')
  async list(@Asked() { by }: Context) {
    const seen = by.facilitiesFor('see-schedule');
    const all = await appliedSites(managerTransaction(this.database.manager));
    const sites = all.filter(({ document }) => seen === 'all' || seen.includes(document.facilityId));
    return { sites: sites.map(({ document, version }) => ({ ...document, version })) };
  }
}

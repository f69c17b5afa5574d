import { Controller, Get, Query } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { AcquisitionsQuery } from './acquisitions.query.js';

const examId = z.uuid().optional();

@Controller('acquisitions')
export class AcquisitionsController {
  constructor(private readonly acquisitions: AcquisitionsQuery) {}

  /** `?examId=` those of one exam; else those that wait for a person to match them. */
  @Get()
  @Allow('see-studies')
  async list(@Asked() { by }: Context, @Query('examId', { schema: examId }) exam: z.infer<typeof examId>) {
    const facilities = by.facilitiesFor('see-studies');
    return { acquisitions: await (exam ? this.acquisitions.ofExam(exam, facilities) : this.acquisitions.withoutExam(facilities)) };
  }
}

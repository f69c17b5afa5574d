import { Controller, Get, Query } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { ExamLines } from './exam-lines.query.js';

/** A day in each facility's zone, an accession number or a patient: one of them at least. */
const question = z
  .object({ date: z.iso.date().optional(), accessionNumber: z.string().min(1).max(16).optional(), patientId: z.uuid().optional() })
  .refine((asked) => Object.values(asked).some((value) => value !== undefined), 'date, accessionNumber or patientId is needed');

@Controller('exams')
export class ListExamsController {
  constructor(private readonly lines: ExamLines) {}

  @Get()
  @Allow('see-schedule')
  async list(@Query({ schema: question }) { date, ...asked }: z.infer<typeof question>, @Asked() { by }: Context) {
    const where = { ...asked, ...(date === undefined ? {} : { day: date }) };
    return { exams: await this.lines.find(where, by.facilitiesFor('see-schedule')) };
  }
}

import { Controller, Get, Param } from '@nestjs/common';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { examRefusals } from '../exam/exam.refusals.js';
import { ExamLines } from './exam-lines.query.js';

@Controller('exams')
export class ShowExamController {
  constructor(private readonly lines: ExamLines) {}

  /** An exam of a facility that one may not see is not there. */
  @Get(':examId')
  @Allow('see-schedule')
  async show(@Param('examId', { schema: z.uuid() }) examId: string, @Asked() { by }: Context) {
    const [line] = await this.lines.find({ examId }, by.facilitiesFor('see-schedule'));
    return line ?? refuse(examRefusals.EXAM_UNKNOWN);
  }
}

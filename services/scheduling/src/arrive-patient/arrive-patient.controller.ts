import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { z } from 'zod';
import { exams } from '../exam/exam.aggregate.js';
import type { Exam } from '../exam/exam.js';
import { arrivePatient } from './arrive-patient.js';

const arrivalOf = (exam: Exam): string | undefined => (exam.status === 'none' ? undefined : exam.arrivedAt);

@Controller('exams')
export class ArrivePatientController {
  constructor(private readonly store: EventStore) {}

  /** Who is here already is not asked which version was seen: the same again is harmless. */
  @Post(':examId/arrival')
  @HttpCode(200)
  @Allow('arrive-patient')
  arrive(@Param('examId', { schema: z.uuid() }) examId: string, @IfMatch() seen: number, @Asked() ask: Context) {
    return this.store.transact(ask, async (unit) => {
      const before = await unit.load(exams, examId);
      const ifVersion = arrivalOf(before.state) === undefined ? seen : undefined;
      const { state, version } = await unit.decide(exams, examId, (exam, context) => arrivePatient(exam, context.at, context), ifVersion);
      return { examId, arrivedAt: arrivalOf(state), version };
    });
  }
}

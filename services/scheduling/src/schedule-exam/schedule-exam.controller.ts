import { Body, Controller, HttpStatus, Param, Put, Res } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked } from '@osteon/platform/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { examEntry, type ExamEntry } from './exam-entry.js';
import { scheduleEntry } from './schedule-entry.handler.js';

@Controller('exams')
export class ScheduleExamController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
  ) {}

  @Put(':examId')
  @Allow('schedule-exam')
  async schedule(
    @Param('examId', { schema: z.uuid() }) examId: string,
    @Body({ schema: examEntry }) entry: ExamEntry,
    @Asked() ask: Context,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { indication, referrer, procedure } = entry;
    const said = { indication, referrer, procedureDescription: procedure.meaning };
    const details = await this.objects.putJson('scheduling', scheduling.examDetails, said);
    const { exam, version, isNew } = await this.store.transact(ask, (unit) => scheduleEntry(unit, { examId, entry, details }));
    reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    if (exam.status === 'none') throw new Error('an exam that was scheduled is not there');
    const [{ accessionNumber, studyInstanceUID }] = exam.orders;
    return { examId, accessionNumber, studyInstanceUID, version };
  }
}

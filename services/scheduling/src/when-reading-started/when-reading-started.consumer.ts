import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reading } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** A physician has taken an exam to read it. */
@Controller()
export class WhenReadingStarted {
  @EventPattern<string>(reading.ReadingStarted.type)
  hear(@Payload() heard: reading.ReadingStartedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'reading-started', at: heard.startedAt, by: heard.readerId, source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

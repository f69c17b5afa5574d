import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reading } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** A physician has judged the scans of an exam. */
@Controller()
export class WhenScanReviewed {
  @EventPattern<string>(reading.ScanReviewed.type)
  hear(@Payload() heard: reading.ScanReviewedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'reviewed', at: heard.reviewedAt, by: heard.reviewedBy, source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reporting } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** The report of an exam is signed. */
@Controller()
export class WhenReportSigned {
  @EventPattern<string>(reporting.ReportSigned.type)
  hear(@Payload() heard: reporting.ReportSignedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'signed', at: heard.signedAt, by: heard.signedBy, source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

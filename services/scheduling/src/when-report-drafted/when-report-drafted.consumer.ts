import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reporting } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** A draft of an exam's report stands. */
@Controller()
export class WhenReportDrafted {
  @EventPattern<string>(reporting.ReportDrafted.type)
  hear(@Payload() heard: reporting.ReportDraftedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'drafted', at: from.at, by: 'reporting', source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

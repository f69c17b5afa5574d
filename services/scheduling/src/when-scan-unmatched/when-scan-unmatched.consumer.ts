import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** A study could belong to these exams: their lines say that a person has to decide. */
@Controller()
export class WhenScanUnmatched {
  @EventPattern<string>(modalityGateway.ScanUnmatched.type)
  async hear(@Payload() heard: modalityGateway.ScanUnmatchedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'scan-unmatched', at: from.at, by: 'modality-gateway', detail: heard.state, source: sourceOf(from) } as const;
    for (const examId of heard.candidates) await unit.decide(exams, examId, (exam, context) => progressExam(exam, progress, context));
  }
}

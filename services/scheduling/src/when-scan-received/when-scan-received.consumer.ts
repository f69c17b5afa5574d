import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** The study of an exam is complete. */
@Controller()
export class WhenScanReceived {
  @EventPattern<string>(modalityGateway.ScanReceived.type)
  hear(@Payload() heard: modalityGateway.ScanReceivedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'scan-received', at: from.at, by: 'modality-gateway', detail: heard.completeBy, source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** The device has begun: from here on a cancel is a person's to decide. */
@Controller()
export class WhenScanStarted {
  @EventPattern<string>(modalityGateway.ScanStarted.type)
  hear(@Payload() heard: modalityGateway.ScanStartedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'scan-started', at: from.at, by: 'modality-gateway', detail: heard.deviceId, source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

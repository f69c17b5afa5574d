import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** Objects came after the study of an exam was complete. */
@Controller()
export class WhenScanExtended {
  @EventPattern<string>(modalityGateway.ScanExtended.type)
  hear(@Payload() heard: modalityGateway.ScanExtendedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'scan-extended', at: from.at, by: 'modality-gateway', source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

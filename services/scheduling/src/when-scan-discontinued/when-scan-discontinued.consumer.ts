import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { INCORRECT_WORKLIST_ENTRY } from '../exam/exam.events.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** The device has broken off; where it had the wrong worklist entry, it is as if it had never begun. */
@Controller()
export class WhenScanDiscontinued {
  @EventPattern<string>(modalityGateway.ScanDiscontinued.type)
  hear(@Payload() { examId, reason, wrongEntry }: modalityGateway.ScanDiscontinuedV1, @Ctx() { unit, from }: Hearing) {
    const detail = wrongEntry ? INCORRECT_WORKLIST_ENTRY : reason;
    const progress = { step: 'scan-discontinued', at: from.at, by: 'modality-gateway', detail, source: sourceOf(from) } as const;
    return unit.decide(exams, examId, (exam, context) => progressExam(exam, progress, context));
  }
}

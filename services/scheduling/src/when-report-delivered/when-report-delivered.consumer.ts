import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { delivery } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { deliveryProgress } from '../exam/delivery-progress.js';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';

/** A receiver keeps the report of an exam. */
@Controller()
export class WhenReportDelivered {
  @EventPattern<string>(delivery.ReportDelivered.type)
  hear(@Payload() heard: delivery.ReportDeliveredV1, @Ctx() { unit, from }: Hearing) {
    const progress = deliveryProgress('delivered', heard, { ...from, at: heard.deliveredAt });
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { delivery } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { deliveryProgress } from '../exam/delivery-progress.js';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';

/** Whether a receiver has the report of an exam is not known. */
@Controller()
export class WhenDeliveryUncertain {
  @EventPattern<string>(delivery.DeliveryUncertain.type)
  hear(@Payload() heard: delivery.DeliveryUncertainV1, @Ctx() { unit, from }: Hearing) {
    const progress = deliveryProgress('delivery-uncertain', heard, from);
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

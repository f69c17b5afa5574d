import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { delivery } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { deliveryProgress } from '../exam/delivery-progress.js';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';

/** A receiver has refused the report of an exam for good. */
@Controller()
export class WhenDeliveryRefused {
  @EventPattern<string>(delivery.DeliveryRefused.type)
  hear(@Payload() heard: delivery.DeliveryRefusedV1, @Ctx() { unit, from }: Hearing) {
    const progress = deliveryProgress('delivery-refused', heard, from);
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { scheduling } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { worklistItems } from '../worklist-item/worklist-item.js';
import { cancelWorklistItem } from './cancel-worklist-item.js';

@Controller()
export class WhenExamCancelled {
  @EventPattern<string>(scheduling.ExamCancelled.type)
  hear(@Payload() heard: scheduling.ExamCancelledV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(worklistItems, heard.examId, (item) => cancelWorklistItem(item, from));
  }
}

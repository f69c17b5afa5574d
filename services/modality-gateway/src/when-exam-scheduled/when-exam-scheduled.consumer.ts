import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { scheduling } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { worklistItems } from '../worklist-item/worklist-item.js';
import { addWorklistItem } from './add-worklist-item.js';

@Controller()
export class WhenExamScheduled {
  @EventPattern<string>(scheduling.ExamScheduled.type)
  hear(@Payload() heard: scheduling.ExamScheduledV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(worklistItems, heard.examId, (item) => addWorklistItem(item, heard, from));
  }
}

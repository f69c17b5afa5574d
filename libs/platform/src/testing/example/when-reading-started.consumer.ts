import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reading } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { desks, noticeDesk } from './desk.js';

@Controller()
export class WhenReadingStarted {
  @EventPattern<string>(reading.ReadingStarted.type)
  hear(@Payload() heard: reading.ReadingStartedV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(desks, heard.examId, (desk) => noticeDesk(desk, from));
  }
}

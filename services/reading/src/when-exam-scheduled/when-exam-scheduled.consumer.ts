import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { scheduling } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { expectExam } from './expect-exam.js';

@Controller()
export class WhenExamScheduled {
  @EventPattern<string>(scheduling.ExamScheduled.type)
  hear(@Payload() heard: scheduling.ExamScheduledV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(studyToRead, heard.examId, (study) => expectExam(study, heard, from));
  }
}

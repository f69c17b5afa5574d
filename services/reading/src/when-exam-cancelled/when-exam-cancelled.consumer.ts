import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { scheduling } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { cancelExam } from './cancel-exam.js';

@Controller()
export class WhenExamCancelled {
  @EventPattern<string>(scheduling.ExamCancelled.type)
  hear(@Payload() heard: scheduling.ExamCancelledV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(studyToRead, heard.examId, (study) => cancelExam(study, from));
  }
}

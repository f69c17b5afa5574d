import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reporting } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { closeStudy } from './close-study.js';

@Controller()
export class WhenReportSigned {
  @EventPattern<string>(reporting.ReportSigned.type)
  hear(@Payload() heard: reporting.ReportSignedV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(studyToRead, heard.examId, (study) => closeStudy(study, heard, from));
  }
}

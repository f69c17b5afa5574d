import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reading } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { reportStreams } from '../report/report.aggregate.js';
import { reportIdOf } from '../report/report-id.js';
import { noteLapse } from './note-lapse.js';

@Controller()
export class WhenReviewLapsed {
  @EventPattern<string>(reading.ReviewLapsed.type)
  hear(@Payload() heard: reading.ReviewLapsedV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(reportStreams, reportIdOf(heard.examId), (report) => noteLapse(report, heard, from));
  }
}

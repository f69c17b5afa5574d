import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reading } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { DraftReport } from '../draft-report/draft-report.consumer.js';
import { reportStreams } from '../report/report.aggregate.js';
import { reportIdOf } from '../report/report-id.js';
import { noteReview } from './note-review.js';

@Controller()
export class WhenScanReviewed {
  constructor(private readonly drafts: DraftReport) {}

  @EventPattern<string>(reading.ScanReviewed.type)
  async hear(@Payload() heard: reading.ScanReviewedV1, @Ctx() { unit, from }: Hearing): Promise<void> {
    const reportId = reportIdOf(heard.examId);
    await unit.decide(reportStreams, reportId, (report) => noteReview(report, heard, from));
    await this.drafts.whenComplete(unit, reportId);
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { DraftReport } from '../draft-report/draft-report.consumer.js';
import { reportStreams } from '../report/report.aggregate.js';
import { reportIdOf } from '../report/report-id.js';
import { noteStudy } from '../when-scan-received/note-study.js';

/** Objects came late: the report shows the images of the whole study. */
@Controller()
export class WhenScanExtended {
  constructor(private readonly drafts: DraftReport) {}

  @EventPattern<string>(modalityGateway.ScanExtended.type)
  async hear(@Payload() heard: modalityGateway.ScanExtendedV1, @Ctx() { unit, from }: Hearing): Promise<void> {
    const reportId = reportIdOf(heard.examId);
    await unit.decide(reportStreams, reportId, (report) => noteStudy(report, heard, from));
    await this.drafts.whenComplete(unit, reportId);
  }
}

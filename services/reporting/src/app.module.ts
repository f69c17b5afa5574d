import { Module } from '@nestjs/common';
import { patientsReplica, sitesReplica } from '@osteon/messaging';
import { OsteonModule } from '@osteon/platform/service';
import { join } from 'node:path';
import { DraftReport } from './draft-report/draft-report.consumer.js';
import { EditDraftTextController } from './edit-draft-text/edit-draft-text.controller.js';
import { RenderedReport } from './render-report/rendered-report.query.js';
import { reportStreams } from './report/report.aggregate.js';
import { ReportOfExamController } from './shown-report/report-of-exam.controller.js';
import { ReportPapersController } from './shown-report/report-papers.controller.js';
import { ReportPartsQuery } from './shown-report/report-parts.query.js';
import { SignReportController } from './sign-report/sign-report.controller.js';
import { WhenExamScheduled } from './when-exam-scheduled/when-exam-scheduled.consumer.js';
import { WhenReviewLapsed } from './when-review-lapsed/when-review-lapsed.consumer.js';
import { WhenScanExtended } from './when-scan-extended/when-scan-extended.consumer.js';
import { WhenScanReceived } from './when-scan-received/when-scan-received.consumer.js';
import { WhenScanReviewed } from './when-scan-reviewed/when-scan-reviewed.consumer.js';

const reporting = OsteonModule.forService({
  name: 'reporting',
  aggregates: [reportStreams],
  replicas: [patientsReplica, sitesReplica],
  migrations: join(import.meta.dirname, '../migrations'),
});

@Module({
  imports: [reporting],
  controllers: [
    EditDraftTextController,
    ReportOfExamController,
    ReportPapersController,
    SignReportController,
    WhenExamScheduled,
    WhenReviewLapsed,
    WhenScanExtended,
    WhenScanReceived,
    WhenScanReviewed,
  ],
  providers: [DraftReport, RenderedReport, ReportPartsQuery],
})
export class AppModule {}

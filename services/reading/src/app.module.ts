import { Module } from '@nestjs/common';
import { patientsReplica, sitesReplica } from '@osteon/messaging';
import { OsteonModule } from '@osteon/platform/service';
import { join } from 'node:path';
import { AssessStudies } from './assess-study/assess-studies.sender.js';
import { JudgingQuery } from './assess-study/judging.query.js';
import { studiesToAssess } from './assess-study/studies-to-assess.projection.js';
import { ClaimStudyController } from './claim-study/claim-study.controller.js';
import { ReadingListController } from './reading-list/reading-list.controller.js';
import { ReviewStudyController } from './review-study/review-study.controller.js';
import { studiesToRead } from './studies-to-read/studies-to-read.projection.js';
import { StudiesToReadQuery } from './studies-to-read/studies-to-read.query.js';
import { StudyToReadEntity } from './studies-to-read/study-to-read.entity.js';
import { StudyPageController } from './study-page/study-page.controller.js';
import { studyToRead } from './study-to-read/study-to-read.aggregate.js';
import { TypeValuesController } from './type-values/type-values.controller.js';
import { WhenExamCancelled } from './when-exam-cancelled/when-exam-cancelled.consumer.js';
import { WhenExamScheduled } from './when-exam-scheduled/when-exam-scheduled.consumer.js';
import { WhenReportSigned } from './when-report-signed/when-report-signed.consumer.js';
import { WhenScanExtended } from './when-scan-extended/when-scan-extended.consumer.js';
import { WhenScanReceived } from './when-scan-received/when-scan-received.consumer.js';

const reading = OsteonModule.forService({
  name: 'reading',
  aggregates: [studyToRead],
  projections: [studiesToRead, studiesToAssess],
  entities: [StudyToReadEntity],
  replicas: [patientsReplica, sitesReplica],
  migrations: join(import.meta.dirname, '../migrations'),
});

@Module({
  imports: [reading],
  controllers: [
    ClaimStudyController,
    ReadingListController,
    ReviewStudyController,
    StudyPageController,
    TypeValuesController,
    WhenExamCancelled,
    WhenExamScheduled,
    WhenReportSigned,
    WhenScanExtended,
    WhenScanReceived,
  ],
  providers: [AssessStudies, JudgingQuery, StudiesToReadQuery],
})
export class AppModule {}

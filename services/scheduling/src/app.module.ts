import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { OsteonModule } from '@osteon/platform/service';
import { ArrivePatientController } from './arrive-patient/arrive-patient.controller.js';
import { RegisterVisit } from './arrive-patient/register-visit.mllp.js';
import { ApplySiteController } from './apply-site/apply-site.controller.js';
import { schedulingConfig } from './config.js';
import { accessionNumbers } from './exam/accession-number.claim.js';
import { exams } from './exam/exam.aggregate.js';
import { orderKeys } from './exam/order-key.claim.js';
import { studyInstanceUIDs } from './exam/study-instance-uid.claim.js';
import { ExamDeliveryRow } from './exam-lines/exam-delivery.entity.js';
import { ExamLineRow } from './exam-lines/exam-line.entity.js';
import { examLines } from './exam-lines/exam-lines.projection.js';
import { ExamLines } from './exam-lines/exam-lines.query.js';
import { ExamStepRow } from './exam-lines/exam-step.entity.js';
import { ListExamsController } from './exam-lines/list-exams.controller.js';
import { ShowExamController } from './exam-lines/show-exam.controller.js';
import { ListenHl7 } from './hl7-messages/listen-hl7.mllp.js';
import { TakeMessage } from './hl7-messages/take-message.mllp.js';
import { TRIGGERS, type Trigger } from './hl7-messages/trigger.js';
import { ListSitesController } from './list-sites/list-sites.controller.js';
import { ChangeIdentifier } from './merge-patients/change-identifier.mllp.js';
import { MergePatients } from './merge-patients/merge-patients.mllp.js';
import { patientMerges } from './patient/patient-merges.claim.js';
import { patients } from './patient/patient.aggregate.js';
import { patientStates } from './patient/patients.state.js';
import { ReceiveOrder } from './receive-order/receive-order.mllp.js';
import { ScheduleExamController } from './schedule-exam/schedule-exam.controller.js';
import { sitesApplied } from './site/sites.projection.js';
import { sites } from './site/site.aggregate.js';
import { siteStates } from './site/sites.state.js';
import { CancelExpectedVisit } from './take-back-arrival/cancel-expected-visit.mllp.js';
import { CancelVisit } from './take-back-arrival/cancel-visit.mllp.js';
import { UpdatePatient } from './update-patient/update-patient.mllp.js';
import { WhenDeliveryRefused } from './when-delivery-refused/when-delivery-refused.consumer.js';
import { WhenDeliveryUncertain } from './when-delivery-uncertain/when-delivery-uncertain.consumer.js';
import { WhenImagesArchived } from './when-images-archived/when-images-archived.consumer.js';
import { WhenReadingStarted } from './when-reading-started/when-reading-started.consumer.js';
import { WhenReportDelivered } from './when-report-delivered/when-report-delivered.consumer.js';
import { WhenReportDrafted } from './when-report-drafted/when-report-drafted.consumer.js';
import { WhenReportSigned } from './when-report-signed/when-report-signed.consumer.js';
import { WhenScanDiscontinued } from './when-scan-discontinued/when-scan-discontinued.consumer.js';
import { WhenScanExtended } from './when-scan-extended/when-scan-extended.consumer.js';
import { WhenScanReceived } from './when-scan-received/when-scan-received.consumer.js';
import { WhenScanReviewed } from './when-scan-reviewed/when-scan-reviewed.consumer.js';
import { WhenScanStarted } from './when-scan-started/when-scan-started.consumer.js';
import { WhenScanUnmatched } from './when-scan-unmatched/when-scan-unmatched.consumer.js';

const asked = [ApplySiteController, ArrivePatientController, ListSitesController, ScheduleExamController, ListExamsController, ShowExamController];

const heard = [
  WhenScanStarted,
  WhenScanDiscontinued,
  WhenScanReceived,
  WhenScanExtended,
  WhenScanUnmatched,
  WhenImagesArchived,
  WhenReadingStarted,
  WhenScanReviewed,
  WhenReportDrafted,
  WhenReportSigned,
  WhenReportDelivered,
  WhenDeliveryRefused,
  WhenDeliveryUncertain,
];

const messages = [ReceiveOrder, UpdatePatient, RegisterVisit, CancelVisit, CancelExpectedVisit, MergePatients, ChangeIdentifier];

/** Patients, exams and sites: the service where every exam begins. */
@Module({
  imports: [
    OsteonModule.forService({
      name: 'scheduling',
      aggregates: [patients, exams, sites],
      projections: [patientMerges, orderKeys, accessionNumbers, studyInstanceUIDs, examLines, sitesApplied],
      states: [siteStates, patientStates],
      entities: [ExamLineRow, ExamStepRow, ExamDeliveryRow],
      migrations: join(import.meta.dirname, '../migrations'),
      config: schedulingConfig,
    }),
  ],
  controllers: [...asked, ...heard],
  providers: [
    ExamLines,
    ListenHl7,
    TakeMessage,
    ...messages,
    { provide: TRIGGERS, inject: messages, useFactory: (...triggers: Trigger[]) => triggers },
  ],
})
export class AppModule {}

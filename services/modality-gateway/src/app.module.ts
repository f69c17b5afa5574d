import { Module } from '@nestjs/common';
import { patientsReplica, sitesReplica } from '@osteon/messaging';
import { OsteonModule } from '@osteon/platform/service';
import { join } from 'node:path';
import { acquisitions } from './acquisition/acquisition.aggregate.js';
import { acquisitionByStudy } from './acquisition/acquisition-by-study.claim.js';
import { AcquisitionEntity } from './acquisitions/acquisition.entity.js';
import { AcquisitionsController } from './acquisitions/acquisitions.controller.js';
import { acquisitionRows } from './acquisitions/acquisitions.projection.js';
import { AcquisitionsQuery } from './acquisitions/acquisitions.query.js';
import { BeginStep } from './begin-step/begin-step.dimse.js';
import { CommitStorage } from './commit-storage/commit-storage.dimse.js';
import { ReadBack } from './commit-storage/read-back.sender.js';
import { ReportCommitments } from './commit-storage/report-commitments.sender.js';
import { Reports } from './commit-storage/reports.sender.js';
import { commitments } from './commitment/commitment.aggregate.js';
import { commitmentRows } from './commitment/commitments.projection.js';
import { CompleteAcquisitions } from './complete-acquisition/complete-acquisitions.timer.js';
import { gatewayConfig } from './config.js';
import { Copies } from './correct-identity/copies.sender.js';
import { AssociationDesk } from './device/association-desk.dimse.js';
import { Associations } from './device/associations.dimse.js';
import { OpenAssociations } from './device/open-associations.dimse.js';
import { EndStep } from './end-step/end-step.dimse.js';
import { FileInstances } from './file-instances/file-instances.sender.js';
import { acquisitionArchives } from './forward-to-pacs/acquisition-archives.projection.js';
import { forwardingProgress } from './forward-to-pacs/forwarding-progress.projection.js';
import { ForwardToPacs } from './forward-to-pacs/forward-to-pacs.sender.js';
import { HideInstances } from './hide-instances/hide-instances.sender.js';
import { InstanceImageController } from './instance-image/instance-image.controller.js';
import { CandidateExamsController } from './match-by-hand/candidate-exams.controller.js';
import { CandidateExams } from './match-by-hand/candidate-exams.query.js';
import { MatchByHandController } from './match-by-hand/match-by-hand.controller.js';
import { MatchAgain } from './match-study/match-again.sender.js';
import { procedureSteps } from './procedure-step/procedure-step.aggregate.js';
import { procedureStepRows } from './procedure-step/procedure-steps.projection.js';
import { ReadMeasurements } from './read-measurements/read-measurements.sender.js';
import { ReceiveInstance } from './receive-instance/receive-instance.dimse.js';
import { Receipts } from './receive-instance/receipts.query.js';
import { Rounds } from './rounds/rounds.sender.js';
import { WhenExamCancelled } from './when-exam-cancelled/when-exam-cancelled.consumer.js';
import { WhenExamScheduled } from './when-exam-scheduled/when-exam-scheduled.consumer.js';
import { worklistItems } from './worklist-item/worklist-item.js';
import { AnswerWorklist } from './worklist/answer-worklist.dimse.js';
import { worklistRows } from './worklist/worklist-items.projection.js';
import { Worklist } from './worklist/worklist.query.js';

const modalityGateway = OsteonModule.forService({
  name: 'modality-gateway',
  aggregates: [worklistItems, acquisitions, procedureSteps, commitments],
  projections: [worklistRows, acquisitionByStudy, acquisitionRows, acquisitionArchives, forwardingProgress, procedureStepRows, commitmentRows],
  entities: [AcquisitionEntity],
  replicas: [patientsReplica, sitesReplica],
  migrations: join(import.meta.dirname, '../migrations'),
  config: gatewayConfig,
});

const edges = [Associations, AssociationDesk, OpenAssociations, AnswerWorklist, ReceiveInstance, BeginStep, EndStep, CommitStorage];
const loops = [FileInstances, HideInstances, CompleteAcquisitions, ReadMeasurements, MatchAgain, ForwardToPacs, ReportCommitments];

@Module({
  imports: [modalityGateway],
  controllers: [AcquisitionsController, InstanceImageController, CandidateExamsController, MatchByHandController, WhenExamCancelled, WhenExamScheduled],
  providers: [...edges, ...loops, Rounds, Worklist, Receipts, AcquisitionsQuery, CandidateExams, Copies, ReadBack, Reports],
})
export class AppModule {}

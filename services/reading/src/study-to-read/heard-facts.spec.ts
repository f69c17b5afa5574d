import { given } from '@osteon/testing';
import type { reporting } from '@osteon/contracts';
import { arrived, assessed, claimedByLee, expected, fromGateway, fromScheduling, received, scheduled } from '../testing/exam-a1.story.js';
import { recordAssessment, withholdAssessment } from '../assess-study/assess-study.js';
import { expectExam } from '../when-exam-scheduled/expect-exam.js';
import { closeStudy } from '../when-report-signed/close-study.js';
import { takeScan } from '../when-scan-received/take-scan.js';
import { studyToRead } from './study-to-read.aggregate.js';

const signedReport: reporting.ReportSignedV1 = {
  reportId: '0190a000-0000-7000-8000-0000000000e1',
  examId: scheduled.examId,
  facilityId: 'NORTH',
  patientId: scheduled.patientId,
  revision: 1,
  reviewVersion: 1,
  signedBy: 'dr-lee',
  signedAt: '2026-03-02T09:05:00.000Z',
  studyInstanceUID: scheduled.studyInstanceUID,
  accessionNumber: scheduled.accessionNumber,
  orders: scheduled.orders,
  pdf: scheduled.details,
  content: scheduled.details,
  patientBlock: scheduled.details,
};
const fromReporting = { subject: 'report-1', streamVersion: 3 };

describe('what reading hears becomes its own fact once', () => {
  it('expects an exam when its order is heard', () => {
    given(studyToRead).when((study) => expectExam(study, scheduled, fromScheduling)).then(expected);
  });

  it('ignores an order that it has heard, however late it comes again', () => {
    given(studyToRead, expected, arrived).when((study) => expectExam(study, scheduled, fromScheduling)).thenNothing();
  });

  it('takes a changed order over', () => {
    const changed = { ...fromScheduling, streamVersion: 2 };
    given(studyToRead, expected)
      .when((study) => expectExam(study, scheduled, changed))
      .then({ ...expected, data: { ...expected.data, source: changed } });
  });

  it('takes a scan whose order has not been heard yet', () => {
    given(studyToRead).when((study) => takeScan(study, received, fromGateway)).then(arrived);
  });

  it('ignores a scan that it has heard', () => {
    given(studyToRead, arrived).when((study) => takeScan(study, received, fromGateway)).thenNothing();
  });

  it('takes an exam off the list when its report is signed', () => {
    given(studyToRead, expected, arrived)
      .when((study) => closeStudy(study, signedReport, fromReporting))
      .then({
        type: 'StudySigned',
        data: { reportId: signedReport.reportId, revision: 1, signedBy: 'dr-lee', signedAt: signedReport.signedAt, source: fromReporting },
      });
  });

  it('ignores a signature that it has heard, and one of an exam that it does not know', () => {
    const close = (study: Parameters<typeof closeStudy>[0]) => closeStudy(study, signedReport, fromReporting);
    const signed = { type: 'StudySigned', data: { reportId: 'r', revision: 1, signedBy: 'dr-lee', signedAt: signedReport.signedAt, source: fromReporting } } as const;
    given(studyToRead, expected, arrived, signed).when(close).thenNothing();
    given(studyToRead).when(close).thenNothing();
  });
});

describe('judging a scan', () => {
  it('records the judgement of the scan that is here', () => {
    given(studyToRead, expected, arrived).when((study) => recordAssessment(study, assessed.data, 1)).then(assessed);
  });

  it('records the same judgement once', () => {
    given(studyToRead, expected, arrived, assessed).when((study) => recordAssessment(study, assessed.data, 1)).thenNothing();
  });

  it('drops the judgement of a scan that was replaced meanwhile', () => {
    given(studyToRead, expected, arrived).when((study) => recordAssessment(study, { ...assessed.data, acquisitionId: 'older' }, 1)).thenNothing();
  });

  it('drops the judgement of numbers that were changed while it was formed', () => {
    const again = { ...arrived, data: { ...arrived.data, source: { ...fromGateway, streamVersion: 9 } } };
    given(studyToRead, expected, arrived, again).when((study) => recordAssessment(study, assessed.data, 1)).thenNothing();
    given(studyToRead, expected, arrived, again).when((study) => recordAssessment(study, assessed.data, 2)).then(assessed);
    const why = { acquisitionId: received.acquisitionId, why: 'BIRTH_DATE_MISSING' } as const;
    given(studyToRead, expected, arrived, again).when((study) => withholdAssessment(study, why, 1)).thenNothing();
  });

  it('says why nothing could be suggested', () => {
    const why = { acquisitionId: received.acquisitionId, why: 'BIRTH_DATE_MISSING' } as const;
    given(studyToRead, expected, arrived).when((study) => withholdAssessment(study, why, 1)).then({ type: 'AssessmentWithheld', data: why });
    given(studyToRead, expected).when((study) => withholdAssessment(study, why, 1)).thenNothing();
  });

  it('makes the exam ready again when a new scan arrives', () => {
    const again = { ...fromGateway, streamVersion: 9 };
    given(studyToRead, expected, arrived, assessed, claimedByLee)
      .when((study) => takeScan(study, received, again))
      .then({ ...arrived, data: { ...arrived.data, source: again } });
  });
});

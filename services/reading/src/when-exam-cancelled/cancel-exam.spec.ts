import { context, drLee, given } from '@osteon/testing';
import { claimStudy } from '../claim-study/claim-study.js';
import type { ExamCancelled, StudySigned } from '../study-to-read/study-to-read.events.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { arrived, claimedByLee, expected, fromGateway, fromScheduling, received, reviewedByLee, scheduled } from '../testing/exam-a1.story.js';
import { expectExam } from '../when-exam-scheduled/expect-exam.js';
import { takeScan } from '../when-scan-received/take-scan.js';
import { cancelExam } from './cancel-exam.js';

const from = (streamVersion: number) => ({ ...fromScheduling, streamVersion });
const cancelled: ExamCancelled = { type: 'ExamCancelled', data: { source: from(2) } };
const signed: StudySigned = {
  type: 'StudySigned',
  data: { reportId: 'r', revision: 1, signedBy: 'dr-lee', signedAt: '2026-03-02T09:05:00.000Z', source: { subject: 'report-1', streamVersion: 3 } },
};
const cancel = (study: Parameters<typeof cancelExam>[0]) => cancelExam(study, from(2));

describe('a cancelled exam', () => {
  it('is known before its scan, and cannot be taken', () => {
    given(studyToRead, expected).when(cancel).then(cancelled);
    given(studyToRead, expected, cancelled).when(claimStudy, context(drLee)).thenRefused(studies.NOTHING_TO_READ);
  });

  it('is marked where its scan has arrived all the same, and can still be read', () => {
    given(studyToRead, expected, arrived).when(cancel).then(cancelled);
    given(studyToRead, expected, arrived, claimedByLee, reviewedByLee).when(cancel).then(cancelled);
    given(studyToRead, expected, arrived, cancelled).when(claimStudy, context(drLee)).then(claimedByLee);
  });

  it('takes a scan that arrives after the cancel', () => {
    given(studyToRead, expected, cancelled).when((study) => takeScan(study, received, fromGateway)).then(arrived);
  });

  it('changes nothing when it is heard again, is signed, or was never known', () => {
    given(studyToRead, expected, cancelled).when(cancel).thenNothing();
    given(studyToRead, expected, arrived, signed).when(cancel).thenNothing();
    given(studyToRead).when(cancel).thenNothing();
  });

  it('is expected again when it is scheduled again, and not by what was said before', () => {
    const again = { ...expected, data: { ...expected.data, source: from(3) } };
    given(studyToRead, expected, cancelled).when((study) => expectExam(study, scheduled, from(3))).then(again);
    given(studyToRead, expected, cancelled).when((study) => expectExam(study, scheduled, from(1))).thenNothing();
    given(studyToRead, expected, cancelled, again).when(cancel).thenNothing();
  });
});

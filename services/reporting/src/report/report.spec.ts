import { given, drKim, drLee, drSilva, msFrank, context, at } from '@osteon/testing';
import { fold } from '@osteon/event-store';
import { draftReport, partsOfDraft } from '../draft-report/draft-report.js';
import { editDraftText } from '../edit-draft-text/edit-draft-text.js';
import { signReport, type SignedObjects } from '../sign-report/sign-report.js';
import { noteExam } from '../when-exam-scheduled/note-exam.js';
import { noteStudy } from '../when-scan-received/note-study.js';
import { noteLapse } from '../when-review-lapsed/note-lapse.js';
import { noteReview } from '../when-scan-reviewed/note-review.js';
import { from, heard, later, objectOf } from '../testing/exam-a1.story.js';
import { reportStreams } from './report.aggregate.js';
import type { ReportEvent } from './report.events.js';
import { reports } from './report.refusals.js';
import { noReport } from './report.js';

const noted = {
  exam: noteExam(noReport, heard.exam, from.exam),
  study: noteStudy(noReport, heard.scan, from.scan),
  review: noteReview(noReport, heard.review, from.review),
};
const content = objectOf('reporting', '1');
const drafted: ReportEvent = {
  type: 'ReportDrafted',
  data: { reviewVersion: 1, studyInstanceUID: heard.scan.studyInstanceUID, content },
};
const draft = [...noted.exam, ...noted.study, ...noted.review, drafted];
const secondReview = noteReview(
  noReport,
  { ...heard.review, reviewVersion: 2, content: objectOf('reading', 'f') },
  later(from.review),
);
const lapse = { examId: heard.review.examId, facilityId: heard.review.facilityId, patientId: heard.review.patientId, reviewVersion: 1, because: 'VALUE_TYPED' } as const;
const lapsed = noteLapse(noReport, lapse, later(from.review));
const edited: ReportEvent = { type: 'DraftTextEdited', data: { reviewVersion: 1, content: objectOf('reporting', '2') } };

const shown = { reviewVersion: 1, contentHash: '1'.repeat(64) };
const objects: SignedObjects = {
  pdf: objectOf('reporting', '7', 'application/pdf'),
  patientBlock: objectOf('reporting', '8'),
  signature: objectOf('reporting', '9'),
};
const signed: ReportEvent = {
  type: 'ReportSigned',
  data: {
    revision: 1,
    reviewVersion: 1,
    signedBy: 'dr-lee',
    signedAt: at.read,
    studyInstanceUID: heard.scan.studyInstanceUID,
    accessionNumber: 'A1',
    orders: heard.exam.orders,
    content,
    ...objects,
  },
};

const partsAfter = (...events: ReportEvent[]) => partsOfDraft(fold(reportStreams, events));

describe('what is heard about an exam', () => {
  test('is kept', () => {
    given(reportStreams)
      .when((report) => noteStudy(report, heard.scan, from.scan))
      .then(...noted.study);
    expect(noted.study[0]?.data.images).toEqual([
      { site: 'lumbar-spine', object: objectOf('modality-gateway', 'c', 'application/dicom') },
    ]);
  });

  test('a second time changes nothing, also when its inbox has forgotten it', () => {
    given(reportStreams, ...draft, signed)
      .when((report) => noteExam(report, heard.exam, from.exam))
      .thenNothing();
    given(reportStreams, ...draft, signed)
      .when((report) => noteStudy(report, heard.scan, from.scan))
      .thenNothing();
    given(reportStreams, ...draft, signed)
      .when((report) => noteReview(report, heard.review, from.review))
      .thenNothing();
  });

  test('an older review never replaces a newer one', () => {
    given(reportStreams, ...secondReview)
      .when((report) => noteReview(report, heard.review, from.review))
      .thenNothing();
    given(reportStreams, ...draft)
      .when((report) => noteReview(report, heard.review, later(from.review)))
      .thenNothing();
  });
});

describe('a draft', () => {
  test.each([
    ['order, scan, review', [...noted.exam, ...noted.study, ...noted.review]],
    ['review, scan, order', [...noted.review, ...noted.study, ...noted.exam]],
    ['scan, review, order', [...noted.study, ...noted.review, ...noted.exam]],
  ])('is made of %s, in this order too', (_order, events) => {
    expect(partsAfter(...events.slice(0, 2))).toBeUndefined();
    expect(partsAfter(...events)).toMatchObject({ exam: { accessionNumber: 'A1' }, review: { reviewVersion: 1 } });
    given(reportStreams, ...events)
      .when((report) => draftReport(report, drafted.data))
      .then(drafted);
  });

  test('waits for the study that was reviewed, where an exam was scanned twice', () => {
    const second = noteReview(noReport, { ...heard.review, acquisitionId: '0190a000-0000-7000-8000-0000000000c2' }, from.review);
    expect(partsAfter(...noted.exam, ...noted.study, ...second)).toBeUndefined();
  });

  test('with the same content is no news', () => {
    given(reportStreams, ...draft)
      .when((report) => draftReport(report, drafted.data))
      .thenNothing();
  });

  test('of an older review is not made any more', () => {
    given(reportStreams, ...draft, ...secondReview)
      .when((report) => draftReport(report, { ...drafted.data, content: objectOf('reporting', '3') }))
      .thenNothing();
  });

  test('is not made once the report is signed', () => {
    expect(partsAfter(...draft, signed, ...secondReview)).toBeUndefined();
  });

  test("keeps a physician's words when the order changes, and not when the review does", () => {
    expect(partsAfter(...draft)?.edited).toBeUndefined();
    expect(partsAfter(...draft, edited)?.edited).toEqual(edited.data.content);
    expect(partsAfter(...draft, edited, ...secondReview)?.edited).toBeUndefined();
    const again: ReportEvent = { ...drafted, data: { ...drafted.data, content: objectOf('reporting', '3') } };
    expect(partsAfter(...draft, edited, again)?.edited).toEqual(again.data.content);
  });
});

describe('editing the text of a draft', () => {
  const text = { reviewVersion: 1, content: objectOf('reporting', '2') };

  test('is a fact that names the words by their hash', () => {
    given(reportStreams, ...draft)
      .when((report, ask) => editDraftText(report, text, ask))
      .then(edited);
  });

  test('to the same words is no news', () => {
    given(reportStreams, ...draft, edited)
      .when((report, ask) => editDraftText(report, text, ask))
      .thenNothing();
  });

  test('is refused where there is no draft, where it is signed, and to who may not sign', () => {
    given(reportStreams, ...noted.exam)
      .when((report, ask) => editDraftText(report, text, ask))
      .thenRefused(reports.NOT_DRAFTED);
    given(reportStreams, ...draft, signed)
      .when((report, ask) => editDraftText(report, text, ask))
      .thenRefused(reports.ALREADY_SIGNED);
    given(reportStreams, ...draft)
      .when((report, ask) => editDraftText(report, text, ask), context(drSilva))
      .thenRefused(reports.SIGNER_NOT_ALLOWED);
  });

  test('is refused for another review than the newest', () => {
    given(reportStreams, ...draft, ...secondReview)
      .when((report, ask) => editDraftText(report, text, ask))
      .thenRefused(reports.REVIEW_OUTDATED);
    given(reportStreams, ...draft)
      .when((report, ask) => editDraftText(report, { ...text, reviewVersion: 2 }, ask))
      .thenRefused(reports.DRAFT_NOT_READY);
  });
});

describe('a signature', () => {
  test('takes responsibility for the text as it was shown, for all orders of the exam', () => {
    given(reportStreams, ...draft)
      .when((report, ask) => signReport(report, shown, objects, ask))
      .then(signed);
  });

  test('given twice by the same physician is one', () => {
    given(reportStreams, ...draft, signed)
      .when((report, ask) => signReport(report, shown, objects, ask), context(drLee, { at: at.signed }))
      .thenNothing();
  });

  test('of a second physician, or for another text, is refused', () => {
    const then = given(reportStreams, ...draft, signed);
    then
      .when((report, ask) => signReport(report, shown, objects, ask), context(drKim))
      .thenRefused(reports.ALREADY_SIGNED, { signedBy: 'dr-lee' });
    then
      .when((report, ask) => signReport(report, { ...shown, contentHash: '2'.repeat(64) }, objects, ask))
      .thenRefused(reports.ALREADY_SIGNED);
    then
      .when((report, ask) => signReport(report, { ...shown, reviewVersion: 2 }, objects, ask))
      .thenRefused(reports.ALREADY_SIGNED);
  });

  test.each([
    ['nothing', []],
    ['only an order', noted.exam],
  ])('waits where reporting has heard %s', (_what, events) => {
    given(reportStreams, ...events)
      .when((report, ask) => signReport(report, shown, objects, ask))
      .thenRefused(reports.DRAFT_NOT_READY, { reviewVersion: 0 });
  });

  test('waits for a review that reporting has not heard yet', () => {
    given(reportStreams, ...draft)
      .when((report, ask) => signReport(report, { ...shown, reviewVersion: 2 }, objects, ask))
      .thenRefused(reports.DRAFT_NOT_READY, { reviewVersion: 1 });
  });

  test('is refused for an older review, also while the newer one is not drafted yet', () => {
    given(reportStreams, ...draft, ...secondReview)
      .when((report, ask) => signReport(report, shown, objects, ask))
      .thenRefused(reports.REVIEW_OUTDATED, { reviewVersion: 2 });
  });

  test('is refused for a text that is not the one shown', () => {
    given(reportStreams, ...draft, edited)
      .when((report, ask) => signReport(report, shown, objects, ask))
      .thenRefused(reports.CONTENT_DIFFERS, { contentHash: '2'.repeat(64) });
  });

  test.each([
    ['a physician of another facility', drSilva],
    ['the front desk', msFrank],
  ])('is refused to %s', (_who, by) => {
    given(reportStreams, ...draft)
      .when((report, ask) => signReport(report, shown, objects, ask), context(by))
      .thenRefused(reports.SIGNER_NOT_ALLOWED);
  });
});

describe('a review whose numbers have changed', () => {
  test('is noted once, also before it is known itself, and never replaces a newer one', () => {
    given(reportStreams, ...draft).when((report) => noteLapse(report, lapse, later(from.review))).then(...lapsed);
    given(reportStreams).when((report) => noteLapse(report, lapse, later(from.review))).then(...lapsed);
    given(reportStreams, ...draft, ...lapsed).when((report) => noteLapse(report, lapse, later(from.review))).thenNothing();
    const second = noteLapse(noReport, { ...lapse, reviewVersion: 2 }, later(from.review));
    given(reportStreams, ...draft, ...second).when((report) => noteLapse(report, lapse, later(from.review))).thenNothing();
  });

  test('can be signed and rewritten by nobody, and the next one can', () => {
    given(reportStreams, ...draft, ...lapsed).when((report, ask) => signReport(report, shown, objects, ask)).thenRefused(reports.REVIEW_LAPSED, { reviewVersion: 1 });
    given(reportStreams, ...draft, ...lapsed)
      .when((report, ask) => editDraftText(report, { reviewVersion: 1, content: objectOf('reporting', '2') }, ask))
      .thenRefused(reports.REVIEW_LAPSED, { reviewVersion: 1 });
    const next: ReportEvent = { ...drafted, data: { ...drafted.data, reviewVersion: 2, content: objectOf('reporting', '4') } };
    const after = fold(reportStreams, [...draft, ...lapsed, ...secondReview, next]);
    expect(signReport(after, { reviewVersion: 2, contentHash: '4'.repeat(64) }, objects, context(drLee))).toMatchObject([{ type: 'ReportSigned', data: { reviewVersion: 2 } }]);
  });
});

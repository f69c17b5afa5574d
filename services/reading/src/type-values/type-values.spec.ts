import { context, drKim, drLee, drSilva, given, msFrank, mrTanaka } from '@osteon/testing';
import { closeStudy } from '../when-report-signed/close-study.js';
import { reviewStudy } from '../review-study/review-study.js';
import type { StudyToRead } from '../study-to-read/study-to-read.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { arrived, assessed, claimedByLee, expected, fromGateway, object, received, reviewedByLee } from '../testing/exam-a1.story.js';
import { lapsedByTyping, neckByTanaka } from '../testing/typed.story.js';
import { takeScan } from '../when-scan-received/take-scan.js';
import { typeValues, type TypedEntry } from './type-values.js';

const neck: TypedEntry = { site: 'hip', side: 'left', region: 'femoral-neck', field: 'tScore', value: -2.3 };
const reason = object('reading', '7');
const at = neckByTanaka.data.typedAt;
const typing = (values: readonly TypedEntry[] = [neck], by = mrTanaka) => (study: StudyToRead) => typeValues(study, { values, reason }, { ...context(by), at });
const signed = {
  type: 'StudySigned',
  data: { reportId: 'r', revision: 1, signedBy: 'dr-lee', signedAt: '2026-03-02T09:05:00.000Z', source: { subject: 'report-r', streamVersion: 3 } },
} as const;

describe('typing a value', () => {
  it('keeps who, when, the old and the new value, and what the device says', () => {
    given(studyToRead, expected, arrived, assessed).when(typing()).then(neckByTanaka);
  });

  it('that the device has not given has no old value', () => {
    const { before, deviceSaid, against, ...place } = neckByTanaka.data;
    const total = { ...place, region: 'total-hip', field: 'bmd', value: 0.801 } as const;
    given(studyToRead, arrived)
      .when(typing([{ site: 'hip', side: 'left', region: 'total-hip', field: 'bmd', value: 0.801 }]))
      .then({ type: 'ValueTyped', data: total });
  });

  it('whose reference is named later has the old value all the same', () => {
    const { before, deviceSaid, against, ...place } = neckByTanaka.data;
    const right = { ...place, side: 'right' } as const;
    given(studyToRead, arrived, { type: 'ValueTyped', data: right })
      .when(typing([{ ...neck, side: 'right', against: 'female', value: -2.4 }]))
      .then({ type: 'ValueTyped', data: { ...right, against: 'female', before: -2.3, value: -2.4 } });
  });

  it('can take one away', () => {
    const { value, ...gone } = neckByTanaka.data;
    given(studyToRead, arrived).when(typing([{ ...neck, value: null }])).then({ type: 'ValueTyped', data: gone });
  });

  it('that stands there already is no news, to its printed decimals', () => {
    given(studyToRead, arrived).when(typing([{ ...neck, value: -2.6 }])).thenNothing();
    given(studyToRead, arrived, neckByTanaka).when(typing()).thenNothing();
    given(studyToRead, arrived).when(typing([{ ...neck, region: 'total-hip', value: null }])).thenNothing();
  });

  it('has a review of the numbers before lapse, once', () => {
    given(studyToRead, expected, arrived, assessed, claimedByLee, reviewedByLee).when(typing()).then(neckByTanaka, lapsedByTyping);
    given(studyToRead, expected, arrived, assessed, claimedByLee, reviewedByLee, neckByTanaka, lapsedByTyping)
      .when(typing([{ ...neck, value: -2.6 }]))
      .then({ type: 'ValueTyped', data: { ...neckByTanaka.data, before: -2.3, value: -2.6 } });
  });

  it('is for the technologist whoever reads, and for the physician who reads', () => {
    given(studyToRead, arrived, claimedByLee).when(typing()).then(neckByTanaka);
    given(studyToRead, arrived, claimedByLee).when(typing([neck], drLee)).then({ type: 'ValueTyped', data: { ...neckByTanaka.data, typedBy: 'dr-lee' } });
    given(studyToRead, arrived, claimedByLee).when(typing([neck], drKim)).thenRefused(studies.ALREADY_CLAIMED, { claimedBy: 'dr-lee' });
    given(studyToRead, arrived).when(typing([neck], drSilva)).thenRefused(studies.TYPIST_NOT_ALLOWED);
    given(studyToRead, arrived).when(typing([neck], msFrank)).thenRefused(studies.TYPIST_NOT_ALLOWED);
  });

  it('is refused where there is nothing to type into, or the report is signed', () => {
    given(studyToRead).when(typing()).thenRefused(studies.UNKNOWN);
    given(studyToRead, expected).when(typing()).thenRefused(studies.NOTHING_TO_READ);
    given(studyToRead, expected, arrived, claimedByLee, reviewedByLee, signed).when(typing()).thenRefused(studies.ALREADY_SIGNED);
  });

  it.each([
    ['a region that the site has not', { ...neck, region: 'L1' }, studies.REGION_UNKNOWN],
    ['vertebrae out of order', { site: 'lumbar-spine', region: 'L3-L1', field: 'bmd', value: 1 }, studies.REGION_UNKNOWN],
    ['a hip without a side', { site: 'hip', region: 'total-hip', field: 'bmd', value: 0.8 }, studies.SIDE_MISSING],
    ['a side of a spine', { site: 'lumbar-spine', side: 'left', region: 'L1', field: 'bmd', value: 0.8 }, studies.SIDE_MISSING],
    ['a BMD without its decimal point', { ...neck, field: 'bmd', value: 677 }, studies.VALUE_IMPLAUSIBLE],
    ['a T-score without its decimal point', { ...neck, value: -26 }, studies.VALUE_IMPLAUSIBLE],
  ] as const)('is refused for %s', (_, entry, refusal) => {
    given(studyToRead, arrived).when(typing([entry])).thenRefused(refusal);
  });

  it('is refused twice at one place', () => {
    given(studyToRead, arrived).when(typing([neck, { ...neck, against: 'female', value: -2.4 }])).thenRefused(studies.VALUE_TWICE);
  });

  it('has to say which T-score is meant where a region has two', () => {
    const both = [{ region: 'femoral-neck', tScore: -2.1, tReference: { name: 'NHANES III', sex: 'female' } }, { region: 'femoral-neck', tScore: -1.7, tReference: { name: 'NHANES III', sex: 'male' } }] as const;
    const his = { ...arrived, data: { ...arrived.data, scans: [{ site: 'hip' as const, side: 'left' as const, regions: [...both] }] } };
    given(studyToRead, his).when(typing()).thenRefused(studies.REFERENCE_NOT_STATED);
    given(studyToRead, his)
      .when(typing([{ ...neck, against: 'male' }]))
      .then({ type: 'ValueTyped', data: { ...neckByTanaka.data, against: 'male', before: -1.7, deviceSaid: -1.7 } });
  });
});

describe('an exam with a typed value', () => {
  const review = {
    quality: [{ site: 'lumbar-spine', status: 'adequate' }, { site: 'hip', side: 'left', status: 'adequate' }],
    excluded: [],
    content: object('reading', '3'),
    acquisitionId: received.acquisitionId,
    category: 'osteoporosis',
  } as const;
  const reviewing = (assessmentHash?: string) => (study: StudyToRead) => reviewStudy(study, { ...review, assessmentHash }, context(drLee));

  it('cannot be reviewed on the assessment of before, and can on the next', () => {
    given(studyToRead, arrived, assessed, claimedByLee, neckByTanaka).when(reviewing('2'.repeat(64))).thenRefused(studies.ASSESSMENT_DIFFERS);
    const again = { ...assessed, data: { ...assessed.data, assessment: object('reading', '8') } };
    given(studyToRead, arrived, assessed, claimedByLee, neckByTanaka, again).when(reviewing('8'.repeat(64))).then(reviewedByLee);
  });

  it('counts on from the review that has lapsed', () => {
    given(studyToRead, arrived, claimedByLee, reviewedByLee, neckByTanaka, lapsedByTyping)
      .when(reviewing())
      .then({ ...reviewedByLee, data: { ...reviewedByLee.data, reviewVersion: 2 } });
  });

  it('is marked where the signature of the lapsed review was on its way already, and not where the next one was signed', () => {
    const close = (reviewVersion: number) => (study: StudyToRead) =>
      closeStudy(study, { ...report, reviewVersion }, { subject: 'report-r', streamVersion: 3 });
    const report = { ...received, reportId: 'r', revision: 1, signedBy: 'dr-lee', signedAt: signed.data.signedAt, accessionNumber: 'A1', orders: [], pdf: reason, content: reason, patientBlock: reason };
    const lapsed = [arrived, claimedByLee, reviewedByLee, neckByTanaka, lapsedByTyping] as const;
    given(studyToRead, ...lapsed).when(close(1)).then({ ...signed, data: { ...signed.data, lapsed: true } });
    given(studyToRead, ...lapsed).when(close(2)).then(signed);
  });
});

it('has a review lapse too when a new scan comes', () => {
  const source = { ...fromGateway, streamVersion: 9 };
  given(studyToRead, arrived, claimedByLee, reviewedByLee)
    .when((study) => takeScan(study, received, source))
    .then({ ...arrived, data: { ...arrived.data, source } }, { type: 'ReviewLapsed', data: { reviewVersion: 1, because: 'NEW_SCAN' } });
});

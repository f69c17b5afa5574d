import type { scheduling } from '@osteon/contracts';
import { defaultPolicy } from '@osteon/densitometry';
import { fold } from '@osteon/event-store';
import { msOkafor } from '@osteon/testing';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { arrived, expected, received } from '../testing/exam-a1.story.js';
import { assessInputOf, judge, type Beside, type EarlierScan } from './judge.js';

const patient: scheduling.PatientV1 = { patientId: msOkafor.patientId, version: 1, identifiers: [], name: { family: 'Okafor' }, birthDate: '1956-03-02', sex: 'female' };
const { scanner } = received;
const lsc = { scannerSerial: scanner.serial ?? '', site: 'lumbar-spine', regions: 'L1-L4', lscGcm2: 0.03, validFrom: '2020-01-01' };

/** Two years before: L1-L4 had 0.990 g/cm2 where it has 0.941 now. */
const before: EarlierScan = {
  examId: '0190a000-0000-7000-8000-00000000aaaa',
  scan: { performedOn: '2024-03-04', scanner, scans: [{ site: 'lumbar-spine', regions: [{ region: 'L1-L4', bmd: 0.99, tScore: -1.6 }] }] },
  quality: [{ site: 'lumbar-spine', status: 'adequate' }],
  excluded: [],
};
const stated = { quality: [{ site: 'lumbar-spine', status: 'adequate' }, { site: 'hip', side: 'left', status: 'adequate' }] as const, excluded: [] };

const judged = (beside: Beside) => {
  const study = fold(studyToRead, [expected, arrived]);
  if (study.status !== 'ready') throw new Error('the scan is not here');
  const input = assessInputOf(study, { patient, policy: defaultPolicy }, stated, beside);
  if (!input) throw new Error('nothing can be judged');
  return judge(input, defaultPolicy);
};
const spine = (beside: Beside) => judged(beside).comparisons.find(({ regions }) => regions === 'L1-L4');

describe('an exam beside what was before it', () => {
  it('is compared with the earlier scan by the least significant change of the facility', () => {
    expect(spine({ earlier: [before], precision: [lsc] })).toMatchObject({
      priorExamId: before.examId,
      priorDate: '2024-03-04',
      priorBmd: 0.99,
      bmd: 0.941,
      changeGcm2: -0.049,
      lscGcm2: 0.03,
      significant: true,
      direction: 'decrease',
    });
  });

  it('has a change of unknown significance where the facility has measured no precision', () => {
    const compared = spine({ earlier: [before], precision: [] });
    expect(compared).toMatchObject({ changeGcm2: -0.049, why: ['NO_LSC'] });
    expect(compared?.significant).toBeUndefined();
  });

  it('is not compared with what its reader could not interpret then', () => {
    const unusable: EarlierScan = { ...before, quality: [{ site: 'lumbar-spine', status: 'not-interpretable' }] };
    expect(spine({ earlier: [unusable], precision: [lsc] })).toMatchObject({ comparable: false, why: ['PRIOR_NOT_INTERPRETABLE'] });
  });

  it('is not compared with a region set that the reader has cut down then', () => {
    const cut: EarlierScan = { ...before, excluded: [{ region: 'L4', reason: 'degenerative' }] };
    expect(spine({ earlier: [cut], precision: [lsc] })?.significant).toBeUndefined();
  });

  it('has nothing to compare with where there was nothing, and takes no notice of sites that are none', () => {
    expect(judged({ earlier: [], precision: [{ ...lsc, site: 'skull' }] }).comparisons).toEqual([]);
  });
});

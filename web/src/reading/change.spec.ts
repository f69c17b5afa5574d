import { changesOf } from './change.js';
import type { ComparisonShown } from './studies.api.js';

const spine: ComparisonShown = { site: 'lumbar-spine', regions: 'L1-L4', priorDate: '2024-03-04', priorExamId: 'e1', comparable: true };

describe('a change on the page', () => {
  it('has its figures with their sign, and the LSC that it was judged by', () => {
    expect(changesOf([{ ...spine, changeGcm2: -0.049, changePercent: -4.94, lscGcm2: 0.03, significant: true, direction: 'decrease' }])).toEqual([
      { key: 'e1 Lumbar spine, L1–L4', place: 'Lumbar spine, L1–L4', since: '4 Mar 2024', figures: '−0.049 g/cm², −4.9 %', verdict: 'significant decrease (LSC 0.030)', tone: 'warn' },
    ]);
    expect(changesOf([{ ...spine, changeGcm2: 0.012, lscGcm2: 0.03, significant: false }])[0]).toMatchObject({ figures: '+0.012 g/cm²', verdict: 'no significant change (LSC 0.030)', tone: 'plain' });
    expect(changesOf([{ ...spine, changeGcm2: 0.04, lscGcm2: 0.03, significant: true, direction: 'increase' }])[0]).toMatchObject({ tone: 'good' });
    expect(changesOf([{ ...spine, changeGcm2: 0, lscGcm2: 0.03, significant: false }])[0]).toMatchObject({ figures: '0.000 g/cm²' });
  });

  it('is never called significant where the facility has no LSC', () => {
    expect(changesOf([{ ...spine, changeGcm2: -0.049, why: ['NO_LSC'] }])[0]).toMatchObject({ verdict: 'significance unknown: the facility has no LSC for it', tone: 'plain' });
  });

  it('has no figures where the exams cannot be compared, and says why', () => {
    const [change] = changesOf([{ ...spine, comparable: false, why: ['OTHER_SCANNER', 'OTHER_MODE'] }]);
    expect(change?.verdict).toBe('not comparable: other scanner, no cross-calibration; other scan mode');
    expect(change?.figures).toBeUndefined();
  });

  it('is none where there was no earlier exam', () => {
    expect(changesOf(undefined)).toEqual([]);
  });
});

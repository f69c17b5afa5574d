import { problemLines } from './number-problems.js';
import { handOfBasis, historyOf } from './typed.js';
import type { Assessment } from './studies.api.js';

const neck = { site: 'hip', side: 'left', region: 'femoral-neck', field: 'tScore' } as const;

describe('problems of the numbers', () => {
  it('say which value was left out and what its sources said', () => {
    expect(problemLines([{ code: 'SOURCES_DISAGREE', ...neck, detail: 'femoral-neck left tScore: ge-sr -2.3, ge-xml -2.2' }])).toMatchObject([
      { place: 'Left hip, femoral neck, T', words: 'GE SR −2.3, GE XML −2.2; it was left out', isAnswered: false },
    ]);
    expect(problemLines([{ code: 'SOURCES_DISAGREE', ...neck, answered: true }])).toMatchObject([{ words: 'two sources disagree; it was left out', isAnswered: true }]);
  });

  it('say that a typed value and the device disagree', () => {
    expect(problemLines([{ code: 'TYPED_VALUE_CONTRADICTED', ...neck, typed: -2.3, device: -2.1 }])[0]?.words).toBe(
      'typed −2.3, the device now says −2.1; neither counts until one of them is typed',
    );
  });

  it('about no single value come last, each once, with the words of the readers', () => {
    const unreadable = { code: 'UNREADABLE', detail: 'ocr L1: bmd not confirmed' };
    expect(problemLines([unreadable, unreadable, { code: 'SOURCES_DISAGREE', ...neck, region: 'L1', site: 'lumbar-spine', side: undefined }]).map(({ place, words }) => [place, words])).toEqual([
      ['Lumbar spine, L1, T', 'two sources disagree; it was left out'],
      [undefined, 'An object could not be read (ocr L1: bmd not confirmed)'],
    ]);
  });
});

describe('the hand in the numbers', () => {
  it('is told with old and new value, who, when and why', () => {
    const at = '2026-03-02T09:30:00.000Z';
    expect(historyOf([{ ...neck, before: -2.6, value: -2.3, deviceSaid: -2.6, by: { userId: 'tanaka', name: 'Tomo Tanaka' }, at, reason: 'misread' }])).toEqual([
      { key: `${at} 0`, place: 'Left hip, femoral neck, T', change: '−2.6 → −2.3', who: 'Tomo Tanaka', at, reason: 'misread' },
    ]);
    expect(historyOf([{ ...neck, field: 'bmd', value: 0.7, by: { userId: 'tanaka' }, at }])[0]).toMatchObject({ change: 'none → 0.700', who: 'tanaka' });
    expect(historyOf(undefined)).toEqual([]);
  });

  it('is named where the suggestion rests on it', () => {
    const assessment: Assessment = {
      hash: 'h',
      score: { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' },
      diagnosis: { category: 'low-bone-density', basis: { site: 'hip', side: 'left', region: 'femoral-neck', score: -2.3 } },
    };
    const row = { region: 'femoral-neck', bmd: 0.7, tScore: -2.3 };
    const typed = (field: 'bmd' | 'tScore') => [{ site: 'hip' as const, side: 'left' as const, regions: [{ ...row, typed: [{ field, by: 'tanaka', at: '2026-03-02T09:30:00.000Z' }] }] }];
    expect(handOfBasis(typed('tScore'), assessment)).toBe('Rests on a value that is not the device’s: T typed by tanaka (device: none)');
    expect(handOfBasis(typed('bmd'), assessment)).toBeUndefined();
    expect(handOfBasis([{ site: 'hip', side: 'left', regions: [row] }], assessment)).toBeUndefined();
  });
});

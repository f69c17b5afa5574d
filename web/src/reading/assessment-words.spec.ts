import { problemInWords, ruleInWords, suggestionOf } from './assessment-words.js';
import type { Assessment } from './studies.api.js';

const lowNeck: Assessment = {
  hash: 'h1',
  score: { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' },
  diagnosis: {
    category: 'low-bone-density',
    rule: 'WHO_LOWEST_SITE',
    basis: { site: 'hip', side: 'left', region: 'femoral-neck', score: -2.3 },
  },
  findings: [
    { code: 'SCANNER_QC_MISSING', level: 'warning' },
    { code: 'QUALITY_NOT_STATED', level: 'blocks-signing' },
    { code: 'SIDE_MISSING', level: 'blocks-signing' },
  ],
};

describe('a suggested assessment', () => {
  it('says its class, the row it rests on and the rules', () => {
    const { title, reasons } = suggestionOf(lowNeck);
    expect(title).toBe('Low bone density (osteopenia)');
    expect(reasons).toEqual([
      'Left hip, femoral neck: T −2.3',
      'T-score, as for a woman after menopause',
      'WHO class of the lowest score',
    ]);
  });

  it('puts what blocks first and leaves out what the page asks anyway', () => {
    expect(suggestionOf(lowNeck).findings).toEqual([
      { words: 'The side is not stated', level: 'blocks-signing' },
      { words: 'No quality control of the scanner is recorded', level: 'warning' },
    ]);
  });

  it('says once what was found at several rows', () => {
    const unreferenced = ['lumbar-spine/L1-L4', 'hip/left/total'].map((at) => ({ code: 'T_REFERENCE_UNKNOWN', level: 'warning', at }) as const);
    expect(suggestionOf({ ...lowNeck, findings: unreferenced }).findings).toEqual([
      { words: 'The reference of a T-score is not known', level: 'warning' },
    ]);
  });

  it('names vertebrae in capitals', () => {
    const spine: Assessment = {
      ...lowNeck,
      diagnosis: { category: 'osteoporosis', basis: { site: 'lumbar-spine', region: 'L1-L4', score: -2.6 } },
    };
    expect(suggestionOf(spine).reasons[0]).toBe('Lumbar spine, L1–L4: T −2.6');
  });

  it('says why there is none, and only once', () => {
    const unknown: Assessment = {
      hash: 'h',
      score: { kind: 'none', rule: 'MENOPAUSAL_STATUS_UNKNOWN' },
      diagnosis: { category: 'none', why: 'MENOPAUSAL_STATUS_UNKNOWN' },
    };
    expect(suggestionOf(unknown)).toEqual({
      title: 'No class suggested',
      reasons: ['The menopausal status is not known'],
      findings: [],
    });
  });

  it('says that a status was assumed and that a class is provisional', () => {
    const assumed: Assessment = {
      ...lowNeck,
      score: { ...lowNeck.score, assumed: true },
      diagnosis: { category: 'normal', provisional: true },
    };
    expect(suggestionOf(assumed).title).toBe('Normal, provisional');
    expect(suggestionOf(assumed).reasons[0]).toBe('T-score, as for a woman after menopause (assumed from the age)');
  });
});

describe('codes', () => {
  it('that are new are spelled out', () => {
    expect([problemInWords('SOME_NEW_CODE'), ruleInWords('LOWEST_OF_ALL')]).toEqual(['Some new code', 'Lowest of all']);
  });
});

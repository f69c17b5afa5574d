import { judged, msIyer, msOkafor, row, spine, textOf, tomas } from './exams.story.js';

const of = (...scores: number[]) => scores.map((tScore, index) => row(`L${index + 1}`, tScore));
const suggested = (...scores: number[]) =>
  judged(msOkafor, spine(...of(...scores))).suggestedExclusions.map(({ region, reason, difference }) => [
    region,
    reason,
    difference,
  ]);

describe('vertebrae that may be left out', () => {
  test.each([
    ['a difference of 1.0', [-2, -1, -1, -1], []],
    ['a difference of 1.1', [-2.1, -1, -1, -1], [['L2', 'T_SCORE_DIFFERENCE', 1.1]]],
    ['the one with the higher T-score, wherever it stands', [-0.4, -1.9, -1.7, -1.5], [['L1', 'T_SCORE_DIFFERENCE', 1.5]]],
    ['of two neighbours the larger difference', [-2, -0.5, -1.8, -1.8], [['L2', 'T_SCORE_DIFFERENCE', 1.5]]],
    [
      'two vertebrae',
      [-2, -0.5, -1.7, 0.3],
      [
        ['L2', 'T_SCORE_DIFFERENCE', 1.5],
        ['L4', 'T_SCORE_DIFFERENCE', 2],
      ],
    ],
    ['on printed decimals', [-2.04, -1.04, -1, -1], []],
  ])('%s', (_what, scores, suggestions) => {
    expect(suggested(...scores)).toEqual(suggestions);
  });

  test('both results stand side by side, and nothing is left out', () => {
    const rows = [...of(-1.9, -1.7, -1.6, 0.3), row('L1-L4', -1.2), row('L1-L3', -1.7)];
    const assessment = judged(msOkafor, spine(...rows));
    expect(assessment.suggestedExclusions).toEqual([
      {
        region: 'L4',
        reason: 'T_SCORE_DIFFERENCE',
        difference: 1.9,
        with: { regions: 'L1-L4', bmd: 1.036, score: -1.2 },
        without: { regions: 'L1-L3', bmd: 0.966, score: -1.7 },
      },
    ]);
    expect(assessment.sites[0]).toMatchObject({ regions: 'L1-L4', score: -1.2 });
    expect(textOf(assessment, 'findings')).toContain(
      'L4 may be left out: it lies 1.9 standard deviations above its neighbour. With it: L1-L4 BMD 1.036 g/cm2 T-score -1.2; without it: L1-L3 BMD 0.966 g/cm2 T-score -1.7.',
    );
  });

  test('what was seen in a vertebra is a reason of its own', () => {
    const scan = {
      ...spine(...of(-1.9, -1.7)),
      quality: { status: 'adequate', findings: [{ kind: 'hardware', region: 'L2' }] },
    } as const;
    expect(
      judged(msOkafor, { ...scan, quality: { ...scan.quality, findings: [...scan.quality.findings] } }).suggestedExclusions,
    ).toMatchObject([{ region: 'L2', reason: 'NOT_ASSESSABLE', kind: 'hardware' }]);
  });

  test('what is left out already is not suggested, nor its neighbour for it', () => {
    const scan = { ...spine(...of(-1.9, -1.7, -1.5, 0.2)), excluded: [{ region: 'L4', reason: 'degenerative' as const }] };
    expect(judged(msOkafor, scan).suggestedExclusions).toEqual([]);
  });

  test("a child's T-scores suggest nothing, and a woman's before menopause are not printed", () => {
    expect(judged(tomas, spine(...of(-2, 0))).suggestedExclusions).toEqual([]);
    const assessment = judged(msIyer, spine(...of(-2, 0)));
    expect(assessment.suggestedExclusions).toHaveLength(1);
    expect(textOf(assessment)).not.toContain('T-score');
  });
});

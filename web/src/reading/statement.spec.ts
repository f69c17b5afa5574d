import type { Scan } from '@osteon/contracts';
import { adequateWhereShown, missingIn, noteQuality, reviewOf, statementFor, stateQuality } from './statement.js';
import type { Instance } from './studies.api.js';

const spine: Scan = { site: 'lumbar-spine', regions: [] };
const leftHip: Scan = { site: 'hip', side: 'left', regions: [] };
const rightHip: Scan = { site: 'hip', side: 'right', regions: [] };
const scans = [spine, leftHip, rightHip];

const image = (place: Pick<Instance, 'site' | 'side'>): Instance => ({
  acquisitionId: 'a1',
  sopInstanceUID: '1.2',
  kind: 'image',
  ...place,
});
const nothing = statementFor({});

describe('a statement of technical quality', () => {
  it('is empty before the physician says anything', () => {
    expect(nothing).toEqual({ quality: {}, settled: {}, comment: '' });
    expect(missingIn(nothing, scans)).toEqual([
      'State the technical quality of the lumbar spine',
      'State the technical quality of the left hip',
      'State the technical quality of the right hip',
    ]);
  });

  it('wants a reason for anything but adequate', () => {
    const limited = stateQuality(nothing, 'lumbar-spine', 'limited');
    expect(missingIn(limited, [spine])).toEqual(['Say why the lumbar spine is limited']);
    expect(missingIn(noteQuality(limited, 'lumbar-spine', 'scoliosis'), [spine])).toEqual([]);
    expect(missingIn(stateQuality(nothing, 'hip/left', 'not-interpretable'), [leftHip])).toEqual([
      'Say why the left hip is not interpretable',
    ]);
  });

  it('keeps the reason when the word changes', () => {
    const limited = noteQuality(stateQuality(nothing, 'hip/left', 'limited'), 'hip/left', 'rotated');
    expect(stateQuality(limited, 'hip/left', 'not-interpretable').quality['hip/left']).toEqual({
      status: 'not-interpretable',
      note: 'rotated',
    });
  });

  it('is made by one key only for scans whose image was shown, and never over what was said', () => {
    const said = stateQuality(nothing, 'lumbar-spine', 'limited');
    const stated = adequateWhereShown(said, scans, [image({ site: 'lumbar-spine' }), image({ site: 'hip', side: 'left' })]);
    expect(Object.entries(stated.quality).map(([key, { status }]) => [key, status])).toEqual([
      ['lumbar-spine', 'limited'],
      ['hip/left', 'adequate'],
    ]);
  });

  it('begins with the earlier review of the same study', () => {
    const earlier = statementFor({
      review: {
        quality: [{ site: 'hip', side: 'left', status: 'limited', note: 'rotated' }],
        settled: [{ code: 'SIDE_MISSING', at: '/exam/scans/1', reason: 'By the image' }],
        comment: 'See X-ray.',
        reviewedBy: 'dr-lee',
        reviewedAt: '',
      },
    });
    expect(earlier).toEqual({ quality: { 'hip/left': { status: 'limited', note: 'rotated' } }, settled: { SIDE_MISSING: 'By the image' }, comment: 'See X-ray.' });
  });
});

describe('a review', () => {
  const stated = scans.reduce(
    (said, scan) => stateQuality(said, scan.side ? `hip/${scan.side}` : scan.site, 'adequate'),
    nothing,
  );
  const assessment = { hash: 'h1', score: { kind: 'none', rule: 'X' }, diagnosis: { category: 'none' } } as const;

  it('names the assessment that was shown', () => {
    expect(reviewOf(stated, { scans: [leftHip], assessment })).toEqual({
      quality: [{ site: 'hip', side: 'left', status: 'adequate' }],
      excluded: [],
      assessmentHash: 'h1',
    });
  });

  it('carries reasons and the comment, trimmed, and no hash where nothing was suggested', () => {
    const said = { ...noteQuality(stated, 'lumbar-spine', ' scoliosis '), comment: ' Compare with the X-ray. ' };
    expect(reviewOf(said, { scans: [spine] })).toEqual({
      quality: [{ site: 'lumbar-spine', status: 'adequate', note: 'scoliosis' }],
      excluded: [],
      comment: 'Compare with the X-ray.',
    });
  });
});

import type { reading, Scan } from '@osteon/contracts';
import { review } from '../testing/report-a1.story.js';
import { codedResults } from './coded-results.js';

const lines = (changed: Partial<reading.ReviewContentV1> = {}): string[] =>
  codedResults({ ...review, ...changed }).map(({ code, text, region, value, unit }) => `${code} ${text} ${region} ${value} ${unit}`);
const judgedBy = (kind: 'T' | 'Z' | 'none'): Partial<reading.ReviewContentV1> => ({
  assessment: { ...review.assessment, score: { kind, rule: 'as judged' } },
});
const measured = (...scans: Scan[]): Partial<reading.ReviewContentV1> => ({ scans, excluded: [], quality: [] });

describe('the numbers of a report', () => {
  it('carry LOINC codes and UCUM units, with the region beside them', () => {
    expect(lines()).toEqual([
      '24966-4 BMD Lumbar spine L1 0.905 g/cm2',
      '38267-1 T-score Lumbar spine L1 -1.9 {T-score}',
      '85394-5 Z-score Lumbar spine L1 -0.3 {Z-score}',
      '24966-4 BMD Lumbar spine L1-L3 0.942 g/cm2',
      '38267-1 T-score Lumbar spine L1-L3 -2.0 {T-score}',
      '85394-5 Z-score Lumbar spine L1-L3 -0.4 {Z-score}',
      '46278-8 BMD Hip - left femoral-neck 0.700 g/cm2',
      '80946-7 T-score Hip - left femoral-neck -2.3 {T-score}',
      '80938-4 Z-score Hip - left femoral-neck -0.85 {Z-score}',
    ]);
  });

  it('leave out an excluded vertebra and every row that holds it', () => {
    const regions = ['L1-L4', 'L2-L4', 'L4', 'L1,L3-L4', 'L1-L2,L4', 'L1-L2', 'L1,L3', 'L2'].map((region) => ({ region, bmd: 1 }));
    const left = lines({ ...measured({ site: 'lumbar-spine', regions }), excluded: [{ region: 'L4', reason: 'fracture' }] });
    expect(left.map((line) => line.split(' ')[4])).toEqual(['L1-L2', 'L1,L3', 'L2']);
  });

  it('leave out a scan that is not interpretable, of that side alone', () => {
    const hips = measured(
      { site: 'hip', side: 'left', regions: [{ region: 'total-hip', bmd: 0.8 }] },
      { site: 'hip', side: 'right', regions: [{ region: 'total-hip', bmd: 0.9 }] },
    );
    expect(lines({ ...hips, quality: [{ site: 'hip', side: 'left', status: 'not-interpretable' }] })).toEqual(['46279-6 BMD Hip - right total-hip 0.900 g/cm2']);
  });

  it('have no T-score where Z was judged, and no score where none was', () => {
    expect(lines(judgedBy('Z')).filter((line) => line.includes('T-score'))).toEqual([]);
    expect(lines(judgedBy('Z')).filter((line) => line.includes('Z-score'))).toHaveLength(3);
    expect(lines(judgedBy('none')).every((line) => line.endsWith('g/cm2'))).toBe(true);
  });

  it('are absent where the device gave none', () => {
    expect(lines(measured({ site: 'hip', side: 'left', regions: [{ region: 'total-hip' }] }))).toEqual([]);
  });

  it('use the code of the site where no side is stated, and of any bone where the site has none', () => {
    expect(
      lines(
        measured(
          { site: 'hip', regions: [{ region: 'total-hip', bmd: 0.8, tScore: -1 }] },
          { site: 'forearm', side: 'right', regions: [{ region: 'radius-33', bmd: 0.65, tScore: -1.25 }] },
          { site: 'whole-body', regions: [{ region: 'total', bmd: 1.1, tScore: -0.5 }] },
        ),
      ),
    ).toEqual([
      '38261-4 BMD Hip total-hip 0.800 g/cm2',
      '38264-8 T-score Hip total-hip -1.0 {T-score}',
      '80951-7 BMD Radius and Ulna - right radius-33 0.650 g/cm2',
      '80943-4 T-score Radius and Ulna - right radius-33 -1.25 {T-score}',
      '46383-6 BMD Bone total 1.100 g/cm2',
    ]);
  });

  it('write zero without a sign', () => {
    expect(lines(measured({ site: 'lumbar-spine', regions: [{ region: 'L1', tScore: -0 }] }))).toEqual(['38267-1 T-score Lumbar spine L1 0.0 {T-score}']);
  });
});

import fc from 'fast-check';
import { hip, judged, msIyer, msOkafor, row, spine, zRow } from './exams.story.js';

const seed = 20261124;
const score = fc.integer({ min: -50, max: 30 }).map((tenths) => tenths / 10);
const worse = ['normal', 'low-bone-density', 'osteoporosis', 'within-expected-range', 'below-expected-range'];

test('a better score never makes the class worse', () => {
  fc.assert(
    fc.property(score, score, fc.integer({ min: 0, max: 20 }), (spineScore, hipScore, more) => {
      const better = hipScore + more / 10;
      const ofT = (t: number) =>
        judged(msOkafor, spine(row('L1-L4', spineScore)), hip('left', row('total-hip', t))).diagnosis.category;
      const ofZ = (z: number) =>
        judged(msIyer, spine(zRow('L1-L4', spineScore)), hip('left', zRow('total-hip', z))).diagnosis.category;
      expect(worse.indexOf(ofT(better))).toBeLessThanOrEqual(worse.indexOf(ofT(hipScore)));
      expect(worse.indexOf(ofZ(better))).toBeLessThanOrEqual(worse.indexOf(ofZ(hipScore)));
    }),
    { seed, numRuns: 200 },
  );
});

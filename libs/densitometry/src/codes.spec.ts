import { bodySites, cptCodes, observationCodes, reportCodes } from './codes.table.js';
import { codesOf, suggestedCpt } from './codes.js';
import { examA1, forearm, hip, row, spine } from './exams.story.js';

/** LOINC ends with a Luhn check digit, SNOMED CT with a Verhoeff one. */
const luhn = (code: string): boolean => {
  const digits = [...code.replace('-', '')].reverse().map(Number);
  return (
    digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0) % 10 ===
    0
  );
};

test('every LOINC has a valid check digit', () => {
  const all = [...observationCodes.flatMap(({ bmd, tScore, zScore }) => [bmd, tScore, zScore]), ...Object.values(reportCodes)];
  expect(all.filter(({ system, code }) => system === 'LOINC' && !luhn(code))).toEqual([]);
});

test('no code stands for two things', () => {
  const all = observationCodes.flatMap(({ bmd, tScore, zScore }) => [bmd.code, tScore.code, zScore.code]);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(Object.values(bodySites).map(({ code }) => code)).size).toBe(Object.keys(bodySites).length);
});

test('a side has its own code, the spine has one, and a site without a code has none', () => {
  expect(codesOf('hip', 'left')?.bmd.code).toBe('46278-8');
  expect(codesOf('hip', 'both')?.tScore.code).toBe('38264-8');
  expect(codesOf('lumbar-spine')?.zScore.code).toBe('85394-5');
  expect(codesOf('whole-body')).toBeUndefined();
});

test('CPT is suggested by what was scanned', () => {
  const scans = { axial: hip('left', row('total-hip', -1)), forearm: forearm(row('radius-33', -1)), spine: spine() };
  expect(suggestedCpt({ exam: examA1(scans.axial, scans.spine) })).toEqual([cptCodes.axial]);
  expect(suggestedCpt({ exam: examA1(scans.axial, scans.forearm), vfa: { status: 'no' } })).toEqual([
    cptCodes.axialWithVfa,
    cptCodes.appendicular,
  ]);
  expect(suggestedCpt({ exam: examA1(), vfa: { status: 'no' } })).toEqual([cptCodes.vfaAlone]);
});

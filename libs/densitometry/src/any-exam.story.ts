import { sites } from '@osteon/contracts';
import fc from 'fast-check';
import type { AssessInput } from './assess-input.js';
import { female, male } from './exams.story.js';

/** Always the same numbers; a failure prints it with the smallest input that fails. */
export const seed = 20261124;

/** Few with the other unit tests; `npm run test:properties` asks for thousands. */
export const runs = Number(process.env.PROPERTY_RUNS ?? 12);

const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-2.45, -0.04, 0, 1e300, -1e-300));
const likelyScore = fc.integer({ min: -450, max: 300 }).map((hundredths) => hundredths / 100);
const likelyBmd = fc.integer({ min: 300, max: 1600 }).map((thousandths) => thousandths / 1000);
const score = fc.oneof({ weight: 4, arbitrary: likelyScore }, { weight: 1, arbitrary: number });
const bmd = fc.oneof({ weight: 4, arbitrary: likelyBmd }, { weight: 1, arbitrary: number });
const reference = fc.constantFrom(female, male, { name: 'Local' });

const regions = [
  'L1',
  'L2',
  'L3',
  'L4',
  'L1-L4',
  'L1-L3',
  'L1,L3',
  'femoral-neck',
  'total-hip',
  'wards',
  'radius-33',
  'total',
  'subtotal',
  '',
  ',',
  '__proto__',
] as const;

const anyRow = fc.record(
  {
    region: fc.constantFrom(...regions),
    bmd,
    bmc: number,
    area: number,
    tScore: score,
    zScore: score,
    heightAdjustedZ: score,
    zReference: reference,
    tReference: reference,
  },
  { requiredKeys: ['region'] },
);

export const anyScan = fc.record(
  {
    site: fc.constantFrom(...sites),
    side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
    regions: fc.array(anyRow, { maxLength: 6 }),
    quality: fc.record({ status: fc.constantFrom('adequate' as const, 'limited' as const, 'not-interpretable' as const) }),
    excluded: fc.array(
      fc.record({
        region: fc.constantFrom('L1', 'L2-L3', 'L4', 'total-hip', 'x'),
        reason: fc.constantFrom('degenerative' as const, 'other' as const),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['site', 'regions'] },
);

const anyPatient = fc.record(
  {
    id: fc.constant('P-1'),
    sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
    birthDate: fc.constantFrom('1940-02-29', '1956-03-02', '1976-05-05', '1980-01-01', '2012-12-31'),
    menopausalStatus: fc.constantFrom('pre' as const, 'transition' as const, 'post' as const, 'unknown' as const),
    sexForZScore: fc.constantFrom('female' as const, 'male' as const),
  },
  { requiredKeys: ['id', 'sex', 'birthDate'] },
);

export const anyInput = fc.record({ patient: anyPatient, scans: fc.array(anyScan, { maxLength: 5 }) });

const place = fc.constantFrom('hip', 'spine', 'wrist', 'T12', 'rib');
const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((value) => value / 10);
const month = fc.constantFrom('2019', '2021-03', '2023-11-30');

/** What is told beside the numbers: intake, FRAX, TBS and VFA. */
export const anyContext: fc.Arbitrary<Pick<AssessInput, 'intake' | 'frax' | 'tbs' | 'vfa'>> = fc.record(
  {
    intake: fc.record(
      {
        fragilityFractures: fc.array(fc.record({ site: place, year: fc.integer({ min: 1990, max: 2026 }) }), { maxLength: 2 }),
        childhoodFractures: fc.array(fc.record({ site: place, ageYears: fc.nat(19) }), { maxLength: 3 }),
        parentHipFracture: fc.boolean(),
        alcoholUnitsPerDay: tenths(6),
        glucocorticoids: fc.record({ prednisoneMgPerDay: tenths(20), months: fc.nat(24) }),
        secondaryCauses: fc.array(fc.constantFrom('hyperparathyroidism', 'malnutrition', 'own-cause'), { maxLength: 2 }),
        historicalHeightLossCm: tenths(8),
        treatments: fc.array(fc.record({ drug: fc.constantFrom('alendronate', 'calcium'), from: month }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    frax: fc.record({ majorPercent: tenths(60), hipPercent: tenths(30), country: fc.constantFrom('US', 'DE') }),
    tbs: fc.record({ value: fc.integer({ min: 900, max: 1500 }).map((value) => value / 1000) }),
    vfa: fc.record({
      status: fc.constantFrom('yes' as const, 'no' as const, 'maybe' as const),
      findings: fc.array(fc.record({ level: fc.constantFrom('T7', 'T12'), grade: fc.nat(3) }), { maxLength: 3 }),
    }),
  },
  { requiredKeys: [] },
);

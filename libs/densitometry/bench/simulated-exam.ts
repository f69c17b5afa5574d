import type { AssessInput } from '../src/assess-input.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

type Exam = AssessInput['exam'];
type Row = Exam['scans'][number]['regions'][number];

/** Precision errors of one measurement as coefficients of variation; a badly positioned scan has three times as much. */
const noise = { vertebraArea: 0.025, vertebraBmd: 0.018, hipArea: 0.015, hipBmd: 0.014, neckArea: 0.022, neckBmd: 0.02 } as const;
const BADLY_POSITIONED = 0.05;

/** The scanner of every exam of this bench. */
export const scanner = {
  manufacturer: 'GE Healthcare',
  model: 'Lunar iDXA',
  serial: 'ME+200123',
  software: '16.20.059',
} as const;

/** The facility's own LSCs, as 2.77 times the precision above gives them at ordinary BMD. */
export const precision: NonNullable<AssessInput['precision']> = [
  { scannerSerial: scanner.serial, site: 'lumbar-spine', regions: 'L1-L4', lscGcm2: 0.036 },
  { scannerSerial: scanner.serial, site: 'hip', regions: 'total-hip', lscGcm2: 0.034 },
  { scannerSerial: scanner.serial, site: 'hip', regions: 'femoral-neck', lscGcm2: 0.044 },
];

/** Young adults by whom the device forms T-scores, as mean and SD of the reference tables of the library. */
const youngAdults: Readonly<Record<string, readonly [number, number]>> = {
  'L1-L4': [1.047, 0.11],
  'femoral-neck': [0.858, 0.12],
  'total-hip': [0.942, 0.122],
};
const reference = { name: '2012 BMDCS/NHANES White Female', sex: 'female', ethnicity: 'white' } as const;

const scoresOf = (region: string, bmd: number): Partial<Row> => {
  const [mean, sd] = youngAdults[region] ?? [];
  if (mean === undefined || sd === undefined) return {};
  const tScore = Number(((bmd - mean) / sd).toFixed(1));
  return { tScore, tReference: reference, zScore: Number((tScore + 1).toFixed(1)) };
};

const row = (region: string, area: number, bmd: number): Row => {
  const [shownArea, shownBmd] = [Number(area.toFixed(2)), Number(bmd.toFixed(3))];
  return { region, area: shownArea, bmd: shownBmd, bmc: Number((shownArea * bmd).toFixed(2)), ...scoresOf(region, shownBmd) };
};

/** What the device prints for a bone on one day. */
const printed = (bone: { area: number; bmd: number }, [areaCv, bmdCv]: readonly [number, number], random: Random) => ({
  area: bone.area * (1 + areaCv * random.normal()),
  bmd: bone.bmd * (1 + bmdCv * random.normal()),
});

const spineRows = ({ vertebrae }: Person, random: Random): Row[] => {
  const k = random.uniform() < BADLY_POSITIONED ? 3 : 1;
  const seen = vertebrae.map((bone) => printed(bone, [noise.vertebraArea * k, noise.vertebraBmd * k], random));
  const area = seen.reduce((sum, one) => sum + one.area, 0);
  const bmc = seen.reduce((sum, one) => sum + one.area * one.bmd, 0);
  return [...seen.map((one, index) => row(`L${index + 1}`, one.area, one.bmd)), row('L1-L4', area, bmc / area)];
};

const hipRows = ({ neck, hip }: Person, random: Random): Row[] => {
  const k = random.uniform() < BADLY_POSITIONED ? 3 : 1;
  const [seenNeck, seenHip] = [
    printed(neck, [noise.neckArea * k, noise.neckBmd * k], random),
    printed(hip, [noise.hipArea * k, noise.hipBmd * k], random),
  ];
  return [row('femoral-neck', seenNeck.area, seenNeck.bmd), row('total-hip', seenHip.area, seenHip.bmd)];
};

/** An exam of the bones of a person on the bench's scanner, Z-scores one above T-scores. */
export const examOf = (person: Person, examId: string, date: string, random: Random): Exam => ({
  examId,
  date,
  scanner,
  scans: [
    { site: 'lumbar-spine', quality: { status: 'adequate' }, regions: spineRows(person, random) },
    { site: 'hip', side: 'left', quality: { status: 'adequate' }, regions: hipRows(person, random) },
  ],
});

import { Decimal } from 'decimal.js';
import { assess } from './assess.js';
import { assessInput, type AssessInput } from './assess-input.js';
import type { Assessment } from './assessment.js';
import type { MeasuredScan, Row } from './exam-shape.js';
import { referenceMeans } from './reference-means.table.js';

export const female = { name: 'USA (Combined NHANES/Lunar)', sex: 'female' } as const;
export const male = { name: 'USA (Combined NHANES/Lunar)', sex: 'male' } as const;

/** BMD on a GE Lunar that gives this T-score. */
const bmdAt = (region: string, tScore: number): number => {
  const known = referenceMeans.find((one) => one.maker === 'ge-lunar' && one.region === region);
  return known === undefined
    ? 0.9
    : new Decimal(known.means[0] ?? 1).plus(new Decimal(tScore).times(known.sd)).toDecimalPlaces(3).toNumber();
};

/** A row as a GE Lunar gives it; its Z-score lies near its T-score. */
export const row = (region: string, tScore: number, bmd = bmdAt(region, tScore)): Row => ({
  region,
  bmd,
  tScore,
  zScore: new Decimal(tScore).plus(1).toNumber(),
  tReference: female,
});

/** A row of which only the Z-score counts. */
export const zRow = (region: string, zScore: number, more: Partial<Row> = {}): Row => ({ region, bmd: 0.9, zScore, ...more });

export const spine = (...regions: Row[]): MeasuredScan => ({ site: 'lumbar-spine', regions, quality: { status: 'adequate' } });
export const hip = (side: 'left' | 'right', ...regions: Row[]): MeasuredScan => ({
  site: 'hip',
  side,
  regions,
  quality: { status: 'adequate' },
});
export const forearm = (...regions: Row[]): MeasuredScan => ({
  site: 'forearm',
  side: 'left',
  hand: 'non-dominant',
  regions,
  quality: { status: 'adequate' },
});
export const lessHead = (...regions: Row[]): MeasuredScan => ({
  site: 'whole-body-less-head',
  regions,
  quality: { status: 'adequate' },
});
export const unreadable = (scan: MeasuredScan): MeasuredScan => ({ ...scan, quality: { status: 'not-interpretable' } });

/** Ms Okafor, 70, after menopause. */
export const msOkafor = {
  id: 'P-1001',
  sex: 'female',
  birthDate: '1956-03-02',
  menopausalStatus: 'post',
  heightCm: 162,
  weightKg: 64,
} as const;
/** Mr Halvorsen, 63. */
export const mrHalvorsen = { id: 'P-1002', sex: 'male', birthDate: '1962-09-21', heightCm: 181, weightKg: 84 } as const;
/** Ms Iyer, 41, before menopause. */
export const msIyer = {
  id: 'P-1003',
  sex: 'female',
  birthDate: '1985-01-19',
  menopausalStatus: 'pre',
  heightCm: 158,
  weightKg: 52,
} as const;
/** Mr Novak, 38. */
export const mrNovak = { id: 'P-1004', sex: 'male', birthDate: '1987-08-30', heightCm: 176, weightKg: 71 } as const;
/** Tomas, 12. */
export const tomas = { id: 'P-1005', sex: 'male', birthDate: '2013-11-11', heightCm: 148, weightKg: 38 } as const;

export const iDxa = { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123', software: '16.20.059' } as const;

export const examA1 = (...scans: MeasuredScan[]): AssessInput['exam'] => ({
  examId: 'A1',
  date: '2026-05-04',
  scanner: { ...iDxa },
  scans,
});

/** The phantom was measured on the day. */
const inControl = { scannerSerial: iDxa.serial, date: '2026-05-04', status: 'in-control' } as const;

export const judged = (patient: AssessInput['patient'], ...scans: MeasuredScan[]): Assessment =>
  judgedWith({ patient }, ...scans);

/** The same with what the patient or others have said. */
export const judgedWith = (context: Omit<AssessInput, 'exam'>, ...scans: MeasuredScan[]): Assessment =>
  assess(assessInput.parse({ scannerQuality: [{ ...inControl }], ...context, exam: examA1(...scans) }));

export const codes = (assessment: Assessment): string[] =>
  assessment.findings.map(({ code, level, at }) => `${level} ${code} ${at}`);

export const textOf = (assessment: Assessment, section?: string): string =>
  assessment.sentences
    .filter((sentence) => section === undefined || sentence.section === section)
    .map(({ text }) => text)
    .join('\n');

import { z } from 'zod';
import type { CalibrationPair } from './cross-calibration.js';
import type { PhantomDay } from './phantom-control.js';
import type { RepeatedPatient } from './precision-study.js';
import type { Problem } from './problems.js';
import { readCsv } from './read-csv.js';

const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'is not a decimal number')
  .transform(Number)
  .refine((value) => value > 0, 'is not above zero');
const scanRow = z.object({ patient: z.string().min(1), technologist: z.string().min(1), bmd: decimal });
const pairRow = z
  .object({ patient: z.string().min(1), from: decimal, to: decimal, to2: z.union([z.literal(''), decimal]).optional() })
  .transform(({ patient, from, to, to2 }) => ({ patient, from, to: typeof to2 === 'number' ? [to, to2] : [to] }));
const phantomRow = z.object({ date: z.iso.date(), bmd: decimal });

interface Read<T> {
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
}

const read = <T>(text: string, schema: z.ZodType<T>): Read<T> => {
  const parsed = readCsv(text).map(({ line, cells }) => ({ line, result: schema.safeParse(Object.fromEntries(cells)) }));
  return {
    rows: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
    problems: parsed.flatMap(({ line, result }) =>
      (result.error?.issues ?? []).map(({ path, message }) => ({ at: `/${line}/${path.join('/')}`, message })),
    ),
  };
};

/** A precision study (`patient,technologist,bmd`, a line for each measurement); problems name line and column. */
export const readPrecisionStudy = (text: string): Read<RepeatedPatient> => {
  const { rows, problems } = read(text, scanRow);
  const keys = [...new Set(rows.map(({ patient, technologist }) => JSON.stringify([technologist, patient])))];
  const of = (key: string) => rows.filter(({ patient, technologist }) => JSON.stringify([technologist, patient]) === key);
  const patients = keys.flatMap((key) => {
    const [first] = of(key);
    return first === undefined ? [] : [{ ...first, bmd: of(key).map(({ bmd }) => bmd) }];
  });
  return { rows: patients, problems };
};

/** Phantom measurements (`date,bmd`); problems name line and column. */
export const readPhantom = (text: string): Read<PhantomDay> => read(text, phantomRow);

/** Patients on two scanners (`patient,from,to`, and `to2` where the new one measured twice), each once; problems name line and column. */
export const readCalibrationPairs = (text: string): Read<CalibrationPair> => {
  const { rows, problems } = read(text, pairRow);
  const twice = rows.filter(({ patient }, i) => rows.findIndex((one) => one.patient === patient) < i);
  return {
    rows,
    problems: [...problems, ...twice.map(({ patient }) => ({ at: `/${patient}`, message: 'is a patient on two lines' }))],
  };
};

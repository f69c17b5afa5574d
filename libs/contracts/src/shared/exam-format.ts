import { z } from 'zod';

const finite = z.number().finite();

/** The reference population of a T- or Z-score, as the device names it. */
export const scoreReference = z.object({
  name: z.string(),
  sex: z.enum(['female', 'male', 'unknown']).optional(),
  ethnicity: z.string().optional(),
});

/** Where a value was found: kind of source, the object and the place in it. */
export const valueSource = z.object({
  kind: z.enum(['ge-sr', 'ge-xml', 'hologic-private', 'sr', 'pdf-text', 'ocr', 'csv']),
  sopInstanceUID: z.string(),
  at: z.string(),
});

/** The values of a row that a person can type. */
export const valueFields = ['bmd', 'bmc', 'area', 'tScore', 'zScore'] as const;

/**
 * A value that a person typed, or took away, and that no source of the row gave: who (a user id, and how they are called where
 * that is known) and when. `deviceSaid` is what stood there before any hand; absent where the device gave nothing.
 */
export const typedValue = z.object({
  field: z.enum(valueFields),
  by: z.string(),
  name: z.string().optional(),
  at: z.iso.datetime(),
  deviceSaid: finite.optional(),
});

/** One row of a scan: BMD in g/cm2, BMC in g, area in cm2, scores in standard deviations. */
export const region = z.object({
  region: z.string().min(1),
  bmd: finite.optional(),
  bmc: finite.optional(),
  area: finite.optional(),
  tScore: finite.optional(),
  tReference: scoreReference.optional(),
  zScore: finite.optional(),
  zReference: scoreReference.optional(),
  heightAdjustedZ: finite.optional(),
  sources: z.array(valueSource).optional(),
  /** Absent where every value is the device's. */
  typed: z.array(typedValue).optional(),
});

export const sites = ['lumbar-spine', 'hip', 'forearm', 'whole-body', 'whole-body-less-head', 'lateral-spine'] as const;
export const sides = ['left', 'right'] as const;

/** One scan: a site, its side where it has one, and its regions (may be empty). */
export const scan = z.object({
  site: z.enum(sites),
  side: z.enum(sides).optional(),
  mode: z.string().optional(),
  regions: z.array(region),
});

/** The densitometer as its headers name it: the scanner of comparisons is manufacturer and serial. */
export const scanner = z.object({
  manufacturer: z.string(),
  model: z.string().optional(),
  serial: z.string().optional(),
  software: z.string().optional(),
});

export type ScoreReference = z.infer<typeof scoreReference>;
export type ValueSource = z.infer<typeof valueSource>;
export type ValueField = (typeof valueFields)[number];
export type TypedValue = z.infer<typeof typedValue>;
export type Region = z.infer<typeof region>;
export type Scan = z.infer<typeof scan>;
export type Scanner = z.infer<typeof scanner>;

import type { Region, Scan, Scanner, ScoreReference, ValueSource } from '@osteon/contracts';

/** Why a value, or all of them, is not there, or should be looked at. */
export type ProblemCode =
  | 'SOURCES_DISAGREE'
  | 'NO_RESULTS'
  | 'UNREADABLE'
  | 'UNKNOWN_REGION'
  | 'UNKNOWN_SITE'
  | 'SIDE_MISSING'
  | 'DATE_AMBIGUOUS'
  | 'DECIMAL_AMBIGUOUS'
  | 'SCORE_ARITHMETIC'
  | 'BMC_AREA_ARITHMETIC'
  | 'COMBINED_REGION_ARITHMETIC'
  | 'TWO_PATIENTS'
  | 'T_REFERENCE_NOT_FEMALE'
  | 'TRUNCATED'
  | 'UNIT_UNKNOWN';

export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly sopInstanceUID?: string;
}

/** Where a row belongs; `both` is the mean of two hips, which never decides. */
export interface Place {
  readonly site: Scan['site'];
  readonly side?: 'left' | 'right' | 'both';
}

export interface ReadScan extends Place {
  readonly mode?: string;
  readonly regions: readonly Region[];
}

export interface DeviceTrend extends Place {
  readonly regions: string;
  readonly points: readonly { readonly date: string; readonly bmd: number }[];
}

export interface StudyObject {
  readonly sopInstanceUID: string;
  readonly kind: 'image' | 'results' | 'other';
  readonly site?: Scan['site'];
  readonly side?: 'left' | 'right';
  /** The later export of the same acquisition, whose numbers count instead. */
  readonly supersededBy?: string;
}

export interface Header {
  readonly patientId?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
  readonly birthDate?: string;
  readonly heightCm?: number;
  readonly weightKg?: number;
}

/** One study as its objects tell it (exam-format, "What the readers give"); it becomes an exam by adding `examId`. */
export interface Study {
  readonly studyInstanceUID?: string;
  readonly accessionNumber?: string;
  /** YYYY-MM-DD, StudyDate. */
  readonly date?: string;
  readonly header: Header;
  readonly scanner: Scanner;
  readonly scans: readonly ReadScan[];
  readonly deviceTrends: readonly DeviceTrend[];
  readonly problems: readonly Problem[];
  readonly objects: readonly StudyObject[];
  /** What the densitometer's own FRAX says, in percent over ten years. */
  readonly deviceFrax?: DeviceFrax;
  /** Numbers that a later export of the same acquisition says differently: the region has the later one. */
  readonly reanalysed?: readonly Reanalysed[];
}

export interface DeviceFrax {
  readonly majorPercent?: number;
  readonly hipPercent?: number;
  readonly sources: readonly ValueSource[];
}

export interface Reanalysed extends Place {
  readonly region: string;
  readonly field: Field;
  readonly before: number;
  readonly now: number;
}

/** The values of a row that are numbers. */
export const fields = ['bmd', 'bmc', 'area', 'tScore', 'zScore'] as const;
export type Field = (typeof fields)[number];

/** A number with the decimals it was written with: 0.70 has two. */
export interface Decimal {
  readonly value: number;
  readonly places: number;
}

/** One row as ONE source says it. */
export interface Row extends Place {
  readonly region: string;
  readonly values: Readonly<Partial<Record<Field, Decimal>>>;
  readonly reference?: ScoreReference;
  readonly zReference?: ScoreReference;
  /** Scan mode, where the device names it. */
  readonly mode?: string;
  readonly source: ValueSource;
}

/** What one reader finds in one object. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly trends: readonly DeviceTrend[];
  readonly problems: readonly Problem[];
  readonly frax?: readonly DeviceFrax[];
}

export const nothing: Findings = { rows: [], trends: [], problems: [] };

/** No number, and why. */
export const onlyProblem = (problem: Problem): Findings => ({ ...nothing, problems: [problem] });

/** Findings of several readers or rows, together. */
export const together = (all: readonly Findings[]): Findings => ({
  rows: all.flatMap(({ rows }) => rows),
  trends: all.flatMap(({ trends }) => trends),
  problems: all.flatMap(({ problems }) => problems),
  frax: all.flatMap(({ frax }) => frax ?? []),
});

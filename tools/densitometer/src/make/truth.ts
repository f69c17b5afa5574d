import { textOf } from '@osteon/dicom';
import type { Dialect } from '../consoles/dialect.js';
import { olderRegions } from '../dialects/older-xml.js';
import { imaged } from '../dialects/written.js';
import { isSame, type Row, type Scan, type Side } from '../measure/scan.js';
import type { Performed } from '../performed.js';
import type { Exam } from './exam.js';

/** One region as the console has said it: the names and units of the exam format. */
export interface TrueRegion {
  readonly region: string;
  readonly bmd?: number;
  readonly bmc?: number;
  readonly area?: number;
  readonly tScore?: number;
  readonly tReference?: { readonly name: string; readonly sex: 'female' | 'male' };
  readonly zScore?: number;
}

export interface TrueScan {
  readonly site: Scan['site'];
  readonly side?: Side;
  readonly regions: readonly TrueRegion[];
}

/** A study as readers should give it, without the sources, objects and problems that are theirs to say. */
export interface TrueStudy {
  readonly studyInstanceUID?: string;
  readonly accessionNumber?: string;
  readonly date: string;
  readonly header: {
    readonly patientId: string;
    readonly sex: 'female' | 'male';
    readonly birthDate: string;
    readonly heightCm: number;
    readonly weightKg: number;
  };
  readonly scanner: { readonly manufacturer: string; readonly model: string; readonly serial: string; readonly software: string };
  readonly scans: readonly TrueScan[];
  readonly deviceTrends: readonly {
    readonly site: Scan['site'];
    readonly regions: string;
    readonly points: readonly { readonly date: string; readonly bmd: number }[];
  }[];
}

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const present = (values: Record<string, number | undefined>): Partial<Record<string, number>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const isOlder = (dialect: Dialect): boolean => dialect === 'ge-xml-older';

const trueRegion = ({ region, printed, tReference }: Row, dialect: Dialect): TrueRegion => {
  const { bmd, bmc, area, t, z } = printed;
  const content = isOlder(dialect) ? {} : { bmc: number(bmc), area: number(area) };
  return {
    region,
    ...present({ bmd: number(bmd), ...content, tScore: number(t), zScore: number(z) }),
    ...(t === undefined ? {} : { tReference }),
  };
};

/** What this dialect says of the scans: an older console only keeps trends, APEX no means. */
const said = (scans: readonly Scan[], dialect: Dialect): readonly Scan[] => {
  if (!isOlder(dialect)) return scans;
  return imaged(scans)
    .map((scan) => ({ ...scan, rows: scan.rows.filter(({ region }) => olderRegions.has(region)) }))
    .filter(({ rows }) => rows.length > 0);
};

const remembers: ReadonlySet<Dialect> = new Set(['ge-sr', 'ge-xml', 'ge-xml-older']);

/** The trend of the spine; those of hips do not name a side in every dialect. */
const trendsOf = ({ scans, earlier, day, console: { dialect } }: Exam): TrueStudy['deviceTrends'] => {
  const spine = scans.find(({ site }) => site === 'lumbar-spine');
  if (spine === undefined || !remembers.has(dialect)) return [];
  const points = [{ day, scans }, ...earlier].flatMap((exam) => {
    const row = exam.scans.find((scan) => isSame(scan, spine))?.rows.find(({ region }) => region === 'L1-L4');
    return row === undefined ? [] : [{ date: exam.day, bmd: Number(row.printed.bmd) }];
  });
  return points.length > 1 ? [{ site: 'lumbar-spine', regions: 'L1-L4', points }] : [];
};

/** What the console has said in this exam: printed values, as numbers. */
export const truthOf = (exam: Exam, performed: Performed): TrueStudy => {
  const { person, console, item } = exam;
  const accessionNumber = textOf(item, 'AccessionNumber');
  return {
    ...(console.dialect === 'norland-csv' ? {} : { studyInstanceUID: performed.StudyInstanceUID }),
    ...(accessionNumber === undefined ? {} : { accessionNumber }),
    date: exam.day,
    header: {
      patientId: person.id,
      sex: person.sex,
      birthDate: person.birthDate,
      heightCm: person.heightCm,
      weightKg: person.weightKg,
    },
    scanner: {
      manufacturer: console.Manufacturer,
      model: console.ManufacturerModelName,
      serial: console.DeviceSerialNumber,
      software: console.SoftwareVersions,
    },
    scans: said(exam.scans, console.dialect).map(({ site, side, rows }) => ({
      site,
      ...(side === undefined ? {} : { side }),
      regions: rows.map((row) => trueRegion(row, console.dialect)),
    })),
    deviceTrends: trendsOf(exam),
  };
};

import { textOf } from '@osteon/dicom';
import { Decimal as Big } from 'decimal.js';
import { groupBy } from './group-by.js';
import type { ObjectRead } from './object-read.js';
import { fields, type Reanalysed, type Row } from './study.js';

/** Earlier exports by the SOP Instance UID of the later one. */
export type Superseded = ReadonlyMap<string, string>;

/** Consoles make new UIDs at every export; series, protocol and time of acquisition stay. Without a time nothing is said. */
const acquisitionOf = ({ header, about }: ObjectRead): string | undefined => {
  const time = textOf(header, 'AcquisitionDateTime') ?? textOf(header, 'AcquisitionTime');
  const series = textOf(header, 'SeriesInstanceUID');
  if (time === undefined || series === undefined) return undefined;
  const names = ['SOPClassUID', 'ProtocolName', 'AcquisitionDate'].map((name) => textOf(header, name) ?? '');
  return JSON.stringify([series, ...names, time, about.kind]);
};

const createdAt = ({ header }: ObjectRead): string =>
  `${textOf(header, 'InstanceCreationDate') ?? ''}${textOf(header, 'InstanceCreationTime') ?? ''}`;

/** The later export: by its creation time where all state one, else the later arrival. */
const latestOf = (exports: readonly ObjectRead[]): ObjectRead | undefined => {
  const areDated = exports.every((each) => createdAt(each) !== '');
  return (areDated ? exports.toSorted((one, other) => (createdAt(one) < createdAt(other) ? -1 : 1)) : exports).at(-1);
};

/** Which objects are earlier exports of what another object has; `objects` in the order of their arrival. */
export const supersededAmong = (objects: readonly ObjectRead[]): Superseded => {
  const byAcquisition = groupBy(objects, acquisitionOf);
  const pairs = [...byAcquisition].flatMap(([acquisition, exports]): [string, string][] => {
    const latest = acquisition === undefined ? undefined : latestOf(exports);
    if (latest === undefined) return [];
    const earlier = exports.filter(({ sopInstanceUID }) => sopInstanceUID !== latest.sopInstanceUID);
    return earlier.map(({ sopInstanceUID }) => [sopInstanceUID, latest.sopInstanceUID]);
  });
  return new Map(pairs);
};

const isSameRow = (one: Row, other: Row): boolean =>
  one.region === other.region &&
  one.site === other.site &&
  one.side === other.side &&
  one.source.kind === other.source.kind &&
  one.reference?.sex === other.reference?.sex;

/** What the later export says differently: a reanalysis. */
export const reanalysedAmong = (rows: readonly Row[], superseded: Superseded): Reanalysed[] =>
  rows.flatMap((before) => {
    const later = superseded.get(before.source.sopInstanceUID);
    if (later === undefined) return [];
    const [now, second] = rows.filter((row) => row.source.sopInstanceUID === later && isSameRow(row, before));
    if (second !== undefined) return [];
    return fields.flatMap((field) => {
      const [was, is] = [before.values[field], now?.values[field]];
      if (was === undefined || is === undefined || new Big(was.value).eq(is.value)) return [];
      const { site, side, region } = before;
      return [{ site, ...(side ? { side } : {}), region, field, before: was.value, now: is.value }];
    });
  });

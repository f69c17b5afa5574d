import { itemOf, itemsOf, textOf, type Keywords } from '@osteon/dicom';

/** The matching keys of a worklist query (PS3.4 table K.6-1); absent where the key is empty or a lone `*`. */
export interface WorklistQuery {
  readonly PatientID?: string;
  readonly PatientName?: string;
  readonly AccessionNumber?: string;
  readonly RequestedProcedureID?: string;
  readonly ScheduledProcedureStepID?: string;
  readonly ScheduledStationAETitle?: string;
  readonly Modality?: string;
  readonly ScheduledPerformingPhysicianName?: string;
  readonly date?: Range;
  readonly time?: Range;
  /** A key has a value that we do not match on: the answers say FF01. */
  readonly hasUnmatchedKey: boolean;
}

/** Inclusive; DA or TM values as DICOM writes them today, either end may be open. */
export interface Range {
  readonly from?: string;
  readonly to?: string;
}

const rootKeys = ['PatientID', 'PatientName', 'AccessionNumber', 'RequestedProcedureID'] as const;
const stepKeys = ['ScheduledProcedureStepID', 'ScheduledStationAETitle', 'Modality', 'ScheduledPerformingPhysicianName'] as const;
const ranges = ['ScheduledProcedureStepStartDate', 'ScheduledProcedureStepStartTime'];
const notKeys = ['SpecificCharacterSet', 'TimezoneOffsetFromUTC', 'ScheduledProcedureStepSequence'];

const valued = (keywords: Keywords, name: string): string | undefined => {
  const text = textOf(keywords, name);
  return text === '*' ? undefined : text;
};

const read = <K extends string>(keywords: Keywords, names: readonly K[]): { [key in K]?: string } => {
  const found: { [key in K]?: string } = {};
  for (const name of names) {
    const value = valued(keywords, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
};

/** `20261124`, `20261124-`, `-20261124`, `20261123-20261124`; separators of old devices (2026.11.24, 08:30) are left out. */
const rangeOf = (text: string | undefined, separator: '.' | ':'): Range | undefined => {
  if (text === undefined) return undefined;
  const ends = text.replaceAll(separator, '').split('-', 2);
  const [from, to] = ends.length === 1 ? [ends[0], ends[0]] : ends;
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
};

const isValued = (keywords: Keywords, name: string): boolean => valued(keywords, name) !== undefined || itemsOf(keywords, name).some(hasAnyValue);

const hasAnyValue = (item: Keywords): boolean => Object.keys(item).some((name) => isValued(item, name));

const hasOther = (keywords: Keywords, known: readonly string[]): boolean =>
  Object.keys(keywords).some((name) => !known.includes(name) && isValued(keywords, name));

/** What a device asks for. */
export const worklistQuery = (identifier: Keywords): WorklistQuery => {
  const step = itemOf(identifier, 'ScheduledProcedureStepSequence') ?? {};
  const date = rangeOf(valued(step, 'ScheduledProcedureStepStartDate'), '.');
  const time = rangeOf(valued(step, 'ScheduledProcedureStepStartTime'), ':');
  return {
    ...read(identifier, rootKeys),
    ...read(step, stepKeys),
    ...(date ? { date } : {}),
    ...(time ? { time } : {}),
    hasUnmatchedKey: hasOther(identifier, [...rootKeys, ...notKeys]) || hasOther(step, [...stepKeys, ...ranges]),
  };
};

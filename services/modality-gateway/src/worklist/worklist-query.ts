import { itemOf, textOf, type Keywords } from '@osteon/dicom';

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

/** Inclusive; DA or TM values as DICOM writes them, either end may be open. */
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

const rangeOf = (text: string | undefined): Range | undefined => {
  if (text === undefined) return undefined;
  if (!text.includes('-')) return { from: text, to: text };
  const [from, to] = text.split('-', 2);
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
};

const hasOther = (keywords: Keywords, known: readonly string[]): boolean =>
  Object.keys(keywords).some((name) => !known.includes(name) && valued(keywords, name) !== undefined);

/** What a device asks for. */
export const worklistQuery = (identifier: Keywords): WorklistQuery => {
  const step = itemOf(identifier, 'ScheduledProcedureStepSequence') ?? {};
  const date = rangeOf(valued(step, 'ScheduledProcedureStepStartDate'));
  const time = rangeOf(valued(step, 'ScheduledProcedureStepStartTime'));
  return {
    ...read(identifier, rootKeys),
    ...read(step, stepKeys),
    ...(date ? { date } : {}),
    ...(time ? { time } : {}),
    hasUnmatchedKey: hasOther(identifier, [...rootKeys, ...notKeys]) || hasOther(step, [...stepKeys, ...ranges]),
  };
};

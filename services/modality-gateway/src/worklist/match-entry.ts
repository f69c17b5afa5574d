import { personNameToPN } from '@osteon/dicom';
import { matchesPattern } from './matches-pattern.js';
import type { WorklistEntry } from './worklist-entry.js';
import type { Range, WorklistQuery } from './worklist-query.js';

/** What a device is set up to ask and be answered with. */
export interface AskingDevice {
  readonly aeTitles: readonly string[];
  /** Modality codes that mean bone densitometry to this device. */
  readonly worklistModalities: readonly string[];
}

/** Trailing empty components do not count: `LEE^MIN^^` names `LEE^MIN`. An accent is one letter, however it was composed. */
const named = (pattern: string, name: string): boolean => matchesPattern(pattern.replace(/\^+$/, '').normalize(), name.normalize());

const equal = (asked: string | undefined, value: string | undefined): boolean => asked === undefined || asked === value;

const sixDigits = (time: string, filler: string): string => time.slice(0, 6).padEnd(6, filler);

/** `2200-0200` without a date is one night. */
const withinTime = (range: Range, time: string): boolean => {
  const from = sixDigits(range.from ?? '', '0');
  const to = sixDigits(range.to ?? '', '9');
  return from <= to ? from <= time && time <= to : from <= time || time <= to;
};

const endOf = (date: string | undefined, time: string | undefined, filler: '0' | '9'): string | undefined =>
  date && date + sixDigits(time ?? '', filler);

/** Date and time are one combined range where both are given (PS3.4 table K.6-1). */
const within = ({ date, time }: Pick<WorklistQuery, 'date' | 'time'>, entry: WorklistEntry): boolean => {
  if (!date) return !time || withinTime(time, sixDigits(entry.time, '0'));
  const moment = entry.date + sixDigits(entry.time, '0');
  const from = endOf(date.from, time?.from, '0');
  const to = endOf(date.to, time?.to, '9');
  return (!from || moment >= from) && (!to || moment <= to);
};

/** Devices ask with different codes for the same thing: the code asked for must be one of the device's own. */
const sameModality = (asked: string | undefined, modality: string, { worklistModalities }: AskingDevice): boolean =>
  asked === undefined || asked === modality || (worklistModalities.includes(asked) && worklistModalities.includes(modality));

const sameStation = (asked: string | undefined, station: string | undefined): boolean => asked === undefined || station === undefined || asked === station;

const checks: readonly ((entry: WorklistEntry, query: WorklistQuery, device: AskingDevice) => boolean)[] = [
  ({ patientID }, { PatientID }) => equal(PatientID, patientID),
  ({ patient }, { PatientName }) => PatientName === undefined || named(PatientName, personNameToPN(patient.name)),
  ({ accessionNumber }, { AccessionNumber }) => equal(AccessionNumber, accessionNumber),
  ({ requestedProcedureId }, { RequestedProcedureID }) => equal(RequestedProcedureID, requestedProcedureId),
  ({ scheduledProcedureStepId }, { ScheduledProcedureStepID }) => equal(ScheduledProcedureStepID, scheduledProcedureStepId),
  ({ stationAETitle }, { ScheduledStationAETitle }) => sameStation(ScheduledStationAETitle, stationAETitle),
  ({ modality }, { Modality }, device) => sameModality(Modality, modality, device),
  /** No physician is scheduled to perform: only an open question finds the item. */
  (_, { ScheduledPerformingPhysicianName }) => ScheduledPerformingPhysicianName === undefined,
  (entry, query) => within(query, entry),
];

/** True where every matching key of the query fits the item. */
export const matchesEntry = (entry: WorklistEntry, query: WorklistQuery, device: AskingDevice): boolean =>
  checks.every((fits) => fits(entry, query, device));

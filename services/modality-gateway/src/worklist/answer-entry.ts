import { personNameToPN, type Keywords, type PersonName } from '@osteon/dicom';
import type { AskingDevice } from './match-entry.js';
import type { WorklistEntry } from './worklist-entry.js';
import type { WorklistQuery } from './worklist-query.js';

const priorities = { routine: 'ROUTINE', urgent: 'HIGH', stat: 'STAT' } as const;
const sexes = { female: 'F', male: 'M', other: 'O', unknown: '' } as const;

/** Whole letters that fit a value of so many, in one line; the record keeps the text as it is. */
const short = (text: string, length: number): string => Array.from(text.normalize().replace(/[\\\p{Cc}]/gu, ' ')).slice(0, length).join('').trim();

const LO = (text: string): string => short(text, 64);
const SH = (text: string): string => short(text, 16);

/** A patient's name as devices get it, and as they write it into their objects. */
export const PN = (name: PersonName): string => short(personNameToPN(name), 64).replace(/\^+$/, '');

/** Millimetres and grams: what a hospital measures. */
const DS = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toFixed(3))));

const described = ({ code, meaning }: WorklistEntry['procedure']): string => LO(meaning || code);

const procedureCode = ({ code, meaning, scheme }: WorklistEntry['procedure']): Keywords[] =>
  code ? [{ CodeValue: SH(code), CodingSchemeDesignator: SH(scheme), CodeMeaning: LO(meaning || code) }] : [];

/** The item names the station that asks where no station is planned: every DXA device of the facility may take it. */
const stationOf = (entry: WorklistEntry, query: WorklistQuery, { aeTitles }: AskingDevice): string =>
  entry.stationAETitle ?? query.ScheduledStationAETitle ?? aeTitles[0] ?? '';

const stepOf = (entry: WorklistEntry, query: WorklistQuery, device: AskingDevice): Keywords => ({
  ScheduledStationAETitle: stationOf(entry, query, device),
  ScheduledProcedureStepStartDate: entry.date,
  ScheduledProcedureStepStartTime: entry.time,
  Modality: query.Modality ?? entry.modality,
  ScheduledPerformingPhysicianName: '',
  ScheduledProcedureStepDescription: described(entry.procedure),
  ScheduledProtocolCodeSequence: procedureCode(entry.procedure),
  ScheduledProcedureStepID: entry.scheduledProcedureStepId,
  ScheduledStationName: '',
  ScheduledProcedureStepLocation: '',
});

/** One answer to a worklist query (PS3.4 table K.6-1): what the densitometer copies into its objects. */
export const answerEntry = (entry: WorklistEntry, query: WorklistQuery, device: AskingDevice & { readonly charset: string }): Keywords => {
  const { patient } = entry;
  return {
    SpecificCharacterSet: device.charset,
    AccessionNumber: entry.accessionNumber,
    ReferringPhysicianName: '',
    ReferencedStudySequence: [],
    ReferencedPatientSequence: [],
    PatientName: PN(patient.name),
    PatientID: entry.patientID ?? '',
    PatientBirthDate: (patient.birthDate ?? '').replaceAll('-', ''),
    PatientSex: sexes[patient.sex],
    PatientSize: DS(entry.heightM),
    PatientWeight: DS(entry.weightKg),
    EthnicGroup: SH(patient.ethnicGroup ?? ''),
    MedicalAlerts: '',
    Allergies: '',
    PregnancyStatus: '',
    StudyInstanceUID: entry.studyInstanceUID,
    RequestingPhysician: '',
    RequestedProcedureDescription: described(entry.procedure),
    RequestedProcedureCodeSequence: procedureCode(entry.procedure),
    AdmissionID: '',
    SpecialNeeds: '',
    CurrentPatientLocation: '',
    PatientState: '',
    ScheduledProcedureStepSequence: [stepOf(entry, query, device)],
    RequestedProcedureID: entry.requestedProcedureId,
    RequestedProcedurePriority: priorities[entry.priority],
    PatientTransportArrangements: '',
    ConfidentialityConstraintOnPatientDataDescription: '',
  };
};

import { personNameToPN, type Keywords } from '@osteon/dicom';
import type { AskingDevice } from './match-entry.js';
import type { WorklistEntry } from './worklist-entry.js';
import type { WorklistQuery } from './worklist-query.js';

const priorities = { routine: 'MEDIUM', urgent: 'HIGH', stat: 'STAT' } as const;
const sexes = { female: 'F', male: 'M', other: 'O', unknown: '' } as const;

const decimal = (value: number | undefined, digits: number): string => (value === undefined ? '' : value.toFixed(digits));

const procedureCode = ({ code, meaning, scheme }: WorklistEntry['procedure']): Keywords[] =>
  code ? [{ CodeValue: code.slice(0, 16), CodingSchemeDesignator: scheme.slice(0, 16), CodeMeaning: meaning.slice(0, 64) }] : [];

/** The item names the station that asks where no station is planned: every DXA device of the facility may take it. */
const stationOf = (entry: WorklistEntry, query: WorklistQuery, { aeTitles }: AskingDevice): string =>
  entry.stationAETitle ?? query.ScheduledStationAETitle ?? aeTitles[0] ?? '';

const stepOf = (entry: WorklistEntry, query: WorklistQuery, device: AskingDevice): Keywords => ({
  ScheduledStationAETitle: stationOf(entry, query, device),
  ScheduledProcedureStepStartDate: entry.date,
  ScheduledProcedureStepStartTime: entry.time,
  Modality: query.Modality ?? entry.modality,
  ScheduledPerformingPhysicianName: '',
  ScheduledProcedureStepDescription: entry.procedure.meaning.slice(0, 64),
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
    PatientName: personNameToPN(patient.name),
    PatientID: entry.patientID ?? '',
    PatientBirthDate: (patient.birthDate ?? '').replaceAll('-', ''),
    PatientSex: sexes[patient.sex],
    PatientSize: decimal(entry.heightM, 2),
    PatientWeight: decimal(entry.weightKg, 1),
    EthnicGroup: patient.ethnicGroup ?? '',
    MedicalAlerts: '',
    Allergies: '',
    PregnancyStatus: '',
    StudyInstanceUID: entry.studyInstanceUID,
    RequestingPhysician: '',
    RequestedProcedureDescription: entry.procedure.meaning.slice(0, 64),
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

import type { ObjectRef, scheduling } from '@osteon/contracts';
import { refuse, type Unit } from '@osteon/event-store';
import { drawNumbers } from '../exam/exam-numbers.query.js';
import { examRefusals } from '../exam/exam.refusals.js';
import { exams } from '../exam/exam.aggregate.js';
import type { Exam } from '../exam/exam.js';
import { findExam } from '../exam/find-exam.query.js';
import { mayBeSamePerson } from '../patient/demographics.js';
import { knowPatient, type KnownPatient } from '../patient/know-patient.handler.js';
import { appliedSite } from '../site/sites.query.js';
import { enterExam, isNewEntry, type EnterExam } from './enter-exam.js';
import { entryHash, type ExamEntry } from './exam-entry.js';

/** An entry under the caller's id, its free text already in the object store. */
export interface Entry {
  readonly examId: string;
  readonly entry: ExamEntry;
  readonly details: ObjectRef;
}

/** Whoever types a known number with another birth date or sex has the wrong chart open. */
const patientOf = async (unit: Unit, { facilityId, patient }: ExamEntry, site: scheduling.SiteDocument): Promise<KnownPatient> => {
  const { identifier, ...demographics } = patient;
  const key = { value: identifier.value, authority: identifier.authority ?? site.assigningAuthority };
  const known = await knowPatient(unit, { facilityId, key, others: [], demographics });
  if (known.demographics && !mayBeSamePerson(known.demographics, demographics)) refuse(examRefusals.PATIENT_DIFFERS);
  return known;
};

const compose = async (unit: Unit, { examId, entry, details }: Entry): Promise<EnterExam> => {
  const { facilityId, accessionNumber, scheduledAt, procedure, priority, stationAETitle, heightM, weightKg } = entry;
  const { document: site, version: siteVersion } = (await appliedSite(unit.tx, facilityId)) ?? refuse(examRefusals.FACILITY_UNKNOWN);
  const isKnownStation = site.devices.some(({ aeTitles }) => stationAETitle === undefined || aeTitles.includes(stationAETitle));
  if (stationAETitle !== undefined && !isKnownStation) refuse(examRefusals.STATION_UNKNOWN);
  const taken = await findExam(unit.tx, { facilityId, accessionNumber });
  if (taken !== undefined) refuse(examRefusals.ACCESSION_NUMBER_TAKEN, { examId: taken });
  const { patientId, version: patientVersion } = await patientOf(unit, entry, site);
  const { requestedProcedureId, scheduledProcedureStepId, ...numbers } = await drawNumbers(unit.tx, examId);
  const place = { scheduledAt, zone: site.zone, stationAETitle, modality: 'BMD', procedure, priority, heightM, weightKg, details };
  return {
    facilityId,
    patientId,
    patientVersion,
    schedule: { requestedProcedureId, scheduledProcedureStepId, ...place },
    order: { accessionNumber: accessionNumber ?? numbers.accessionNumber, studyInstanceUID: numbers.studyInstanceUID, service: procedure },
    enteredAs: entryHash(entry),
    siteVersion,
    flags: [],
  };
};

/** Schedules what a person has entered, or finds that the same was entered before. */
export const scheduleEntry = async (unit: Unit, entered: Entry): Promise<{ exam: Exam; version: number; isNew: boolean }> => {
  const { examId, entry } = entered;
  const { state, version } = await unit.load(exams, examId);
  const isNew = isNewEntry(state, { facilityId: entry.facilityId, enteredAs: entryHash(entry) }, unit.context);
  if (!isNew) return { exam: state, version, isNew };
  const composed = await compose(unit, entered);
  const decided = await unit.decide(exams, examId, (exam, context) => enterExam(exam, composed, context));
  return { exam: decided.state, version: decided.version, isNew };
};

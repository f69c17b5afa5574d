import { Injectable } from '@nestjs/common';
import type { scheduling } from '@osteon/contracts';
import { managerTransaction } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { samePerson } from '../patient/same-person.query.js';
import { shownSurvivors } from '../patient/shown-patients.query.js';
import { appliedSites } from '../site/sites.query.js';
import { ExamDeliveryRow } from './exam-delivery.entity.js';
import { ExamLineRow } from './exam-line.entity.js';
import { ExamStepRow } from './exam-step.entity.js';
import { destinationsOf, examStatus, withPending, type ExamStatus, type ShownDelivery } from './exam-status.js';

/** One exam as the schedule shows it. */
export interface ExamLine {
  readonly examId: string;
  readonly facilityId: string;
  readonly patientId: string;
  readonly accessionNumber: string;
  readonly studyInstanceUID: string;
  /** ISO 8601 in UTC. */
  readonly scheduledAt: string;
  readonly zone: string;
  readonly status: ExamStatus;
  readonly patient?: scheduling.PatientV1;
  readonly procedure: ExamLineRow['schedule']['procedure'];
  readonly priority: ExamLineRow['schedule']['priority'];
  readonly stationAETitle?: string;
  readonly heightM?: number;
  readonly weightKg?: number;
  /** Codes of what was left out of its order. */
  readonly flags: readonly string[];
  readonly steps: readonly { readonly name: string; readonly at: string; readonly by: string; readonly detail?: string }[];
  readonly deliveries: readonly ShownDelivery[];
  readonly version: number;
}

/** One of the ways to ask for exams. */
export type ExamQuestion = Pick<FindOptionsWhere<ExamLineRow>, 'examId' | 'day' | 'accessionNumber'> & { readonly patientId?: string };

const shownStep = ({ name, at, by, detail }: ExamStepRow) => ({ name, at: at.toISOString(), by, detail: detail ?? undefined });

const shownDelivery = ({ destination, kind, state, answer, at }: ExamDeliveryRow): ShownDelivery => ({
  destination,
  kind,
  state,
  answer: answer ?? undefined,
  at: at.toISOString(),
});

const byExam = <Row extends { readonly examId: string }>(rows: readonly Row[]): ((examId: string) => readonly Row[]) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.examId, [...(groups.get(row.examId) ?? []), row]);
  return (examId) => groups.get(examId) ?? [];
};

/** The schedule as people read it. */
@Injectable()
export class ExamLines {
  constructor(private readonly database: DataSource) {}

  /** Exams by time, of these facilities alone. */
  async find(question: ExamQuestion, facilities: Facilities): Promise<ExamLine[]> {
    const { manager } = this.database;
    const asked = await this.ofPerson(question);
    const where = facilities === 'all' ? asked : { ...asked, facilityId: In([...facilities]) };
    const lines = await manager.find(ExamLineRow, { where, order: { scheduledAt: 'asc', examId: 'asc' } });
    const examId = In(lines.map((line) => line.examId));
    const [steps, deliveries, patients, sites] = await Promise.all([
      manager.find(ExamStepRow, { where: { examId }, order: { at: 'asc', version: 'asc' } }),
      manager.find(ExamDeliveryRow, { where: { examId }, order: { destination: 'asc' } }),
      shownSurvivors(managerTransaction(manager), lines.map((line) => line.patientId)),
      appliedSites(managerTransaction(manager)),
    ]);
    const [stepsOf, deliveriesOf] = [byExam(steps), byExam(deliveries)];
    const destinations = new Map(sites.map(({ document }) => [document.facilityId, destinationsOf(document)]));
    return lines.map(({ schedule, day: _day, scheduledAt, ...line }) => {
      const own = stepsOf(line.examId).map(shownStep);
      const heard = deliveriesOf(line.examId).map(shownDelivery);
      const signedAt = own.findLast(({ name }) => name === 'signed')?.at;
      const everywhere = withPending(heard, destinations.get(line.facilityId) ?? [], signedAt);
      const { procedure, priority, stationAETitle, heightM, weightKg } = schedule;
      return {
        ...line,
        scheduledAt: scheduledAt.toISOString(),
        status: examStatus(own, everywhere),
        patientId: patients.get(line.patientId)?.patientId ?? line.patientId,
        patient: patients.get(line.patientId),
        ...{ procedure, priority, stationAETitle, heightM, weightKg },
        steps: own,
        deliveries: everywhere,
      };
    });
  }

  /** A person's exams are those of all patients who are the same by merges. */
  private async ofPerson({ patientId, ...question }: ExamQuestion): Promise<FindOptionsWhere<ExamLineRow>> {
    if (patientId === undefined) return question;
    const { patientIds } = await samePerson(managerTransaction(this.database.manager), patientId);
    return { ...question, patientId: In([...patientIds]) };
  }
}

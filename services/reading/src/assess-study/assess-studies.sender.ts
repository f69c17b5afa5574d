import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { scheduling } from '@osteon/contracts';
import { RULE_VERSION } from '@osteon/densitometry';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { system, type Context } from '@osteon/identity';
import { patientsReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { recordAssessment, withholdAssessment } from './assess-study.js';
import { assessInputOf, judge, policy } from './judge.js';
import { storedAssessment } from './stored-assessment.js';

interface Due {
  readonly exam_id: string;
  readonly patient_id: string;
  readonly acquisition_id: string;
}

const batch = 50;

/** Judges the scans that wait for it, as soon as their patient is known here. */
@Injectable()
export class AssessStudies implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly loops: Loops,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('assess-studies', { everyMs: 100 }, (lost) => this.round(lost));
  }

  private async round(lost: AbortSignal): Promise<void> {
    const tx = managerTransaction(this.database.manager);
    const due = await tx.query<Due>(
      `select a.* from studies_to_assess a join replica_patients p on p.patient_id = a.patient_id order by a.exam_id limit ${batch}`,
    );
    const patients = await patientsReplica.many(tx, due.map(({ patient_id: patientId }) => patientId));
    for (const each of due) {
      if (lost.aborted) return;
      await this.assess(each, patients.get(each.patient_id));
    }
  }

  private async assess({ exam_id: examId, acquisition_id: acquisitionId }: Due, patient: scheduling.PatientV1 | undefined): Promise<void> {
    const context: Context = { at: this.clock.iso(), by: system('reading'), correlationId: newId() };
    const withhold = (why: 'PATIENT_ERASED' | 'BIRTH_DATE_MISSING') =>
      this.store.decide(studyToRead, examId, (study) => withholdAssessment(study, { acquisitionId, why }), context);
    const { state } = await this.store.load(studyToRead, examId);
    if (!('scan' in state)) return;
    if (!patient) return void (await withhold('PATIENT_ERASED'));
    const input = assessInputOf(state, patient, { quality: [], excluded: [] });
    if (!input) return void (await withhold('BIRTH_DATE_MISSING'));
    const assessment = judge(input);
    const judgement = {
      acquisitionId,
      input: await this.objects.putJson('reading', z.unknown(), input),
      assessment: await this.objects.putJson('reading', storedAssessment, assessment),
      category: assessment.diagnosis.category,
      policy,
      libraryVersion: RULE_VERSION,
    };
    await this.store.decide(studyToRead, examId, (study) => recordAssessment(study, judgement), context);
  }
}

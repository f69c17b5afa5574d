import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RULE_VERSION } from '@osteon/densitometry';
import { EventStore } from '@osteon/event-store';
import { system, type Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { recordAssessment, withholdAssessment } from './assess-study.js';
import { JudgingQuery, type Waiting } from './judging.query.js';
import { assessInputOf, judge, policy } from './judge.js';
import { storedAssessment } from './stored-assessment.js';

/** Judges the scans that wait for it, as soon as their patient is known here. */
@Injectable()
export class AssessStudies implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly clock: Clock,
    private readonly loops: Loops,
    private readonly judging: JudgingQuery,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('assess-studies', { everyMs: 100 }, (lost) => this.round(lost));
  }

  private async round(lost: AbortSignal): Promise<void> {
    for (const waiting of await this.judging.waiting()) {
      if (lost.aborted) return;
      await this.assess(waiting);
    }
  }

  private async assess({ examId, acquisitionId, patient }: Waiting): Promise<void> {
    const context: Context = { at: this.clock.iso(), by: system('reading'), correlationId: newId() };
    const withhold = (why: 'PATIENT_ERASED' | 'BIRTH_DATE_MISSING') =>
      this.store.decide(studyToRead, examId, (study) => withholdAssessment(study, { acquisitionId, why }), context);
    const { state } = await this.store.load(studyToRead, examId);
    if (!('scan' in state)) return;
    if (!patient) return void (await withhold('PATIENT_ERASED'));
    const input = assessInputOf(state, patient, { quality: [], excluded: [] }, await this.judging.beside(state));
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

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { nameText, RULE_VERSION, type AssessInput, type Policy } from '@osteon/densitometry';
import { EventStore } from '@osteon/event-store';
import { system, type Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import type { AssessmentWithheld } from '../study-to-read/study-to-read.events.js';
import { recordAssessment, withholdAssessment, type Judgement } from './assess-study.js';
import { JudgingQuery, type Waiting } from './judging.query.js';
import { assessInputOf, judge } from './judge.js';
import { policyInForce } from './policy-in-force.js';
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
    const { state } = await this.store.load(studyToRead, examId);
    if (!('scan' in state)) return;
    const { numbers } = state.scan;
    const withhold = (why: AssessmentWithheld['data']['why']) =>
      this.store.decide(studyToRead, examId, (study) => withholdAssessment(study, { acquisitionId, why }, numbers), context);
    if (!patient) return void (await withhold('PATIENT_ERASED'));
    const site = await this.judging.site(state.facilityId);
    const policy = policyInForce(site);
    if (!policy) return void (await withhold('POLICY_NOT_USABLE'));
    const input = assessInputOf(state, { patient, policy }, { quality: [], excluded: [] }, await this.judging.beside(state));
    if (!input) return void (await withhold('BIRTH_DATE_MISSING'));
    const judgement = await this.judged(acquisitionId, input, { policy, document: site?.policyDocument });
    await this.store.decide(studyToRead, examId, (study) => recordAssessment(study, judgement, numbers), context);
  }

  /** Input, assessment and the site's own policy are durable before the judgement becomes a fact. */
  private async judged(acquisitionId: string, input: AssessInput, { policy, document }: { policy: Policy; document: unknown }): Promise<Judgement> {
    const assessment = judge(input, policy);
    const isOwn = policy.name.base !== undefined;
    return {
      acquisitionId,
      input: await this.objects.putJson('reading', z.unknown(), input),
      assessment: await this.objects.putJson('reading', storedAssessment, assessment),
      category: assessment.diagnosis.category,
      policy: nameText(policy.name),
      ...(isOwn ? { policyDocument: await this.objects.putJson('reading', z.unknown(), document) } : {}),
      libraryVersion: RULE_VERSION,
    };
  }
}

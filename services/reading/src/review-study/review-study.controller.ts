import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { reading } from '@osteon/contracts';
import { EventStore, managerTransaction, refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { patientsReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { JudgingQuery } from '../assess-study/judging.query.js';
import { assessInputOf, judge } from '../assess-study/judge.js';
import { policyCalled, policyInForce } from '../assess-study/policy-in-force.js';
import { readerNames } from '../studies-to-read/readers.state.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { typistsOf } from '../study-to-read/typed-values.js';
import { composeReview } from './compose-review.js';
import { reviewable, reviewStudy, type ReviewableStudy } from './review-study.js';
import { settledFindings } from './settle-findings.js';

const reviewBody = z.strictObject({
  quality: z.array(reading.scanQuality.strict()),
  excluded: z.array(z.strictObject({ region: z.string().min(1), reason: z.string().min(1) })),
  comment: z.string().max(10_000).optional(),
  assessmentHash: z.string().optional(),
  settled: z.array(reading.settledFinding.strict()).max(100).optional(),
});

type ReviewBody = z.infer<typeof reviewBody>;

@Controller('studies-to-read')
export class ReviewStudyController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly judging: JudgingQuery,
  ) {}

  @Post(':examId/review')
  @HttpCode(200)
  @Allow('read-exam')
  async review(@Param('examId', ParseUUIDPipe) examId: string, @Body({ schema: reviewBody }) body: ReviewBody, @Asked() ask: Context, @IfMatch() seen: number) {
    const { state } = await this.store.load(studyToRead, examId);
    const study = reviewable(state, body, ask);
    const composed = await this.compose(study, body);
    const { version, state: after } = await this.store.decide(studyToRead, examId, (now, context) => reviewStudy(now, { ...body, ...composed }, context), ask, seen);
    return { version, reviewVersion: 'reviewVersion' in after ? after.reviewVersion : 0 };
  }

  /** Judged again on the server with quality and exclusions as stated, and durable before the review becomes a fact. */
  private async compose(study: ReviewableStudy, body: ReviewBody) {
    const tx = managerTransaction(this.database.manager);
    const patient = await patientsReplica.find(tx, study.patientId);
    const policy = (await this.policyOf(study)) ?? refuse(studies.POLICY_NOT_USABLE);
    const input = patient && assessInputOf(study, { patient, policy }, body, await this.judging.beside(study));
    const assessment = input && judge(input, policy);
    const settled = settledFindings(assessment, body.settled ?? []);
    const review = composeReview(study, { ...body, settled }, assessment, await readerNames(tx, typistsOf(study.scan.scans)));
    return {
      content: await this.objects.putJson('reading', reading.reviewContent, review),
      acquisitionId: study.scan.acquisitionId,
      category: review.assessment.diagnosis.category,
    };
  }

  /** The policy of the assessment that was shown, whatever the site has chosen since; where none was shown the site's of now. */
  private async policyOf({ facilityId, policy }: ReviewableStudy) {
    if (!policy) return policyInForce(await this.judging.site(facilityId));
    return policyCalled(policy.name, policy.document && (await this.objects.getJson(policy.document.key, z.unknown())));
  }
}

import type { scheduling } from '@osteon/contracts';
import { assess, defaultPolicy, type Policy } from '@osteon/densitometry';
import { fold } from '@osteon/event-store';
import { msOkafor } from '@osteon/testing';
import { assessInputOf } from '../assess-study/judge.js';
import { policyInForce } from '../assess-study/policy-in-force.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { arrived, assessed, claimedByLee, expected } from '../testing/exam-a1.story.js';
import { composeReview } from './compose-review.js';

const patient: scheduling.PatientV1 = { patientId: msOkafor.patientId, version: 1, identifiers: [], name: { family: 'Okafor' }, birthDate: '1956-03-02', sex: 'female' };
const review = {
  quality: [{ site: 'lumbar-spine', status: 'adequate' }, { site: 'hip', side: 'left', status: 'adequate' }] as const,
  excluded: [],
  assessmentHash: '',
};

const judgedBy = (policy: Policy) => {
  const study = fold(studyToRead, [expected, arrived, assessed, claimedByLee]);
  if (study.status !== 'claimed') throw new Error('the study is not claimed');
  const input = assessInputOf(study, { patient, policy }, review, { earlier: [], precision: [] });
  if (!input) throw new Error('nothing can be judged');
  const assessment = assess(input, policy);
  return { assessment, composed: composeReview(study, { ...review, quality: [...review.quality] }, assessment, new Map()) };
};

const rulesOf = ({ sentences }: { sentences: readonly { rule: string }[] }) => sentences.map(({ rule }) => rule);

const north = {
  policy: 'north-hospital',
  version: 3,
  base: 'default@1',
  title: 'North Hospital',
  nextExam: { rows: [{ because: 'OSTEOPOROSIS', months: 12, when: 'diagnosis.category == "osteoporosis"' }], source: 'its board', grade: 'site' },
  examples: [],
};

describe('the content of a review', () => {
  it('has every sentence of the judgement but the interval to the next exam, which the default policy has from no source', () => {
    const { assessment, composed } = judgedBy(defaultPolicy);
    expect(rulesOf(assessment)).toContain('NEXT_EXAM');
    expect(rulesOf(composed)).toEqual(rulesOf(assessment).filter((rule) => rule !== 'NEXT_EXAM'));
    expect(composed.policy).toEqual({ id: 'default', version: 1 });
  });

  it('has the interval where the site has decided it, and names the policy', () => {
    const policy = policyInForce({ policy: 'north-hospital', policyDocument: north });
    if (!policy) throw new Error('the policy cannot be used');
    const { assessment, composed } = judgedBy(policy);
    expect(rulesOf(composed)).toEqual(rulesOf(assessment));
    expect(rulesOf(composed)).toContain('NEXT_EXAM');
    expect(composed.policy).toEqual({ id: 'north-hospital', version: 3, base: { id: 'default', version: 1 } });
  });
});

it('keeps what was said to what held up signing, and nothing where nothing did', () => {
  const settled = [{ code: 'SIDE_MISSING', at: '/exam/scans/1', reason: 'By the image' }];
  const study = fold(studyToRead, [expected, arrived, assessed, claimedByLee]);
  if (study.status !== 'claimed') throw new Error('the study is not claimed');
  expect(composeReview(study, { ...review, quality: [...review.quality], settled }, undefined, new Map()).settled).toEqual(settled);
  expect(composeReview(study, { ...review, quality: [...review.quality], settled: [] }, undefined, new Map())).not.toHaveProperty('settled');
});

describe('the policy in force', () => {
  it('is the default until the site is heard, and none where its document cannot be followed', () => {
    expect(policyInForce(undefined)).toBe(defaultPolicy);
    expect(policyInForce({ policy: 'default' })).toBe(defaultPolicy);
    expect(policyInForce({ policy: 'unheard-of' })).toBeUndefined();
    expect(policyInForce({ policy: 'north-hospital', policyDocument: { ...north, base: 'default@9' } })).toBeUndefined();
  });
});

import type { scheduling } from '@osteon/contracts';
import { assess } from '@osteon/densitometry';
import { fold } from '@osteon/event-store';
import { msOkafor } from '@osteon/testing';
import { assessInputOf } from '../assess-study/judge.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { arrived, assessed, claimedByLee, expected } from '../testing/exam-a1.story.js';
import { composeReview } from './compose-review.js';

const patient: scheduling.PatientV1 = { patientId: msOkafor.patientId, version: 1, identifiers: [], name: { family: 'Okafor' }, birthDate: '1956-03-02', sex: 'female' };
const review = {
  quality: [{ site: 'lumbar-spine', status: 'adequate' }, { site: 'hip', side: 'left', status: 'adequate' }] as const,
  excluded: [],
  assessmentHash: '',
};

describe('the content of a review', () => {
  it('has every sentence of the judgement but the interval to the next exam, which no site has chosen', () => {
    const study = fold(studyToRead, [expected, arrived, assessed, claimedByLee]);
    if (study.status !== 'claimed') throw new Error('the study is not claimed');
    const input = assessInputOf(study, patient, review, { earlier: [], precision: [] });
    if (!input) throw new Error('nothing can be judged');
    const assessment = assess(input);
    expect(assessment.sentences.map(({ rule }) => rule)).toContain('NEXT_EXAM');
    const { sentences } = composeReview(study, { ...review, quality: [...review.quality] }, assessment);
    expect(sentences.map(({ rule }) => rule)).not.toContain('NEXT_EXAM');
    expect(sentences).toHaveLength(assessment.sentences.length - 1);
  });
});

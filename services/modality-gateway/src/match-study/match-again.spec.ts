import { given } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { ambiguous, begun, begunAs, matched, metAgain, unmatched } from '../testing/exam-a1.story.js';
import { isSameMatch, matchAgain } from './match-again.js';
import type { Match } from './match-study.js';

const again = (match: Match) => (study: Parameters<typeof matchAgain>[0]) => matchAgain(study, match);

describe('trying a study again', () => {
  it('finds its exam', () => {
    given(acquisitions, begunAs(unmatched)).when(again(matched)).then(metAgain(matched));
  });

  it('finds another reason to ask a person', () => {
    given(acquisitions, begunAs(unmatched)).when(again(ambiguous)).then(metAgain(ambiguous));
  });

  it('adds nothing where nothing is new', () => {
    given(acquisitions, begunAs(ambiguous)).when(again(ambiguous)).thenNothing();
    given(acquisitions, begunAs(unmatched), metAgain(ambiguous)).when(again(ambiguous)).thenNothing();
  });

  it('leaves a study with its exam', () => {
    given(acquisitions, begun).when(again(unmatched)).thenNothing();
    given(acquisitions, begunAs(unmatched), metAgain(matched)).when(again(ambiguous)).thenNothing();
  });

  it('knows nothing of a study that never came', () => {
    given(acquisitions).when(again(matched)).thenNothing();
  });
});

describe('two matches', () => {
  it('are the same in whatever order their fields were stored', () => {
    const stored: Match = { why: ['PATIENT_ID_DIFFERS'], state: 'ambiguous', candidates: ambiguous.state === 'matched' ? [] : ambiguous.candidates };
    expect(isSameMatch(stored, ambiguous)).toBe(true);
    expect(isSameMatch(unmatched, ambiguous)).toBe(false);
    expect(isSameMatch({ ...ambiguous, why: ['PATIENT_NOT_HERE'] } as Match, ambiguous)).toBe(false);
  });
});

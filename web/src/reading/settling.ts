import { problemInWords } from './assessment-words.js';
import type { Statement } from './statement.js';
import type { Assessment, Finding, ReviewBody } from './studies.api.js';

/** What holds up signing, as the physician is asked for it: a kind once, however many rows it was found at. */
export interface HeldUp {
  readonly code: string;
  readonly words: string;
}

/** The page asks for the technical quality of each scan by itself. */
const isAsked = ({ level, code }: Finding): boolean => level === 'blocks-signing' && code !== 'QUALITY_NOT_STATED';

const held = (assessment: Assessment | undefined): readonly Finding[] => (assessment?.findings ?? []).filter(isAsked);

/** What needs a reason before the exam can be signed. */
export const heldUp = (assessment: Assessment | undefined): readonly HeldUp[] =>
  [...new Set(held(assessment).map(({ code }) => code))].map((code) => ({ code, words: problemInWords(code) }));

const reasonFor = ({ settled }: Statement, code: string): string => (settled[code] ?? '').trim();

/** The statement with a reason for one kind of finding. */
export const settle = (statement: Statement, code: string, reason: string): Statement => ({
  ...statement,
  settled: { ...statement.settled, [code]: reason },
});

/** What has no reason yet, in words; empty when nothing holds up the review. */
export const unsettledIn = (statement: Statement, assessment: Assessment | undefined): readonly string[] =>
  heldUp(assessment)
    .filter(({ code }) => reasonFor(statement, code) === '')
    .map(({ words }) => `Say why it can be signed: ${words.toLowerCase()}`);

/** The reasons as they are sent: one for each place of a finding. */
export const settledIn = (statement: Statement, assessment: Assessment | undefined): NonNullable<ReviewBody['settled']> =>
  held(assessment).flatMap(({ code, at = '' }) => {
    const reason = reasonFor(statement, code);
    return reason === '' ? [] : [{ code, at, reason }];
  });

import type { Assessment } from '@osteon/densitometry';
import { refuse } from '@osteon/event-store';
import { studies } from '../study-to-read/study-to-read.refusals.js';

/** What the reader says to a finding that holds up signing: why the exam can be signed all the same. */
export interface Settled {
  readonly code: string;
  /** JSON pointer into what was assessed, as the finding has it. */
  readonly at: string;
  readonly reason: string;
}

type Held = Pick<Settled, 'code' | 'at'>;

const isSame = (one: Held, other: Held): boolean => one.code === other.code && one.at === other.at;

const held = (assessment: Assessment | undefined): Held[] =>
  (assessment?.findings ?? []).filter(({ level }) => level === 'blocks-signing').map(({ code, at }) => ({ code, at }));

/**
 * The reasons for what holds up signing, in the order of the findings; refuses where one has no reason. What is said to something that
 * is not found (any longer) is left out. No policy of a site goes around this.
 */
export const settledFindings = (assessment: Assessment | undefined, given: readonly Settled[]): Settled[] => {
  const findings = held(assessment);
  const open = findings.filter((finding) => !given.some((each) => isSame(each, finding)));
  if (open.length > 0) refuse(studies.FINDINGS_NOT_SETTLED, { findings: open.map(({ code, at }) => `${code} ${at}`).join(', ') });
  return findings.flatMap((finding) => given.find((each) => isSame(each, finding)) ?? []);
};

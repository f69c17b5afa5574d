import { judgedBy } from '../assess.js';
import { advise, type JudgedExam } from '../advise.js';
import type { AssessInput } from '../assess-input.js';
import { thresholdOf } from '../fracture-risk.js';
import { intervalBy, mayHaveInterval, reasonsBy } from './advise-by-policy.js';
import { seenBy, type Condition, type Outcome, type Seen } from './condition.js';
import { factsOf, type Facts } from './facts.js';
import type { AdviceRule } from './policy.js';
import type { Policy } from './policy.js';

/** One condition as it was asked: what it says, what it saw and what came of it. */
export interface AskedCondition extends Seen {
  readonly what: string;
  readonly says: string;
  readonly outcome: Outcome;
}

/** One rule of a policy, whether it fired, and every condition of it. */
export interface ExplainedRule {
  readonly rule: string;
  readonly fired: boolean;
  /** Why it did not although its conditions hold: what the library itself says about it. */
  readonly heldBack?: string;
  readonly conditions: readonly AskedCondition[];
}

const heldBackBy: Readonly<Record<AdviceRule['code'], string>> = {
  VFA_INDICATED: 'this exam has VFA',
  FOREARM_INDICATED: 'a child, or a forearm was measured',
  LOOK_FOR_SECONDARY_CAUSES: 'never',
};

const askedOf = (what: string, when: Condition, facts: Facts): AskedCondition => ({
  what,
  says: when.says,
  outcome: when.outcome(facts),
  ...seenBy(when, facts),
});

const reasoned = (exam: JudgedExam, facts: Facts): ExplainedRule[] => {
  const given = advise(exam, facts).map(({ code }) => code);
  return exam.policy.advice.map((rule) => {
    const fired = given.includes(rule.code);
    const held = !fired && reasonsBy(rule, facts).length > 0;
    return {
      rule: rule.code,
      fired,
      ...(held ? { heldBack: heldBackBy[rule.code] } : {}),
      conditions: [
        ...(rule.all ?? []).map(({ because, when }) => askedOf(`${because} (needed)`, when, facts)),
        ...rule.any.map(({ because, when }) => askedOf(because, when, facts)),
      ],
    };
  });
};

const timed = (exam: JudgedExam, facts: Facts): ExplainedRule => {
  const { rows } = exam.policy.nextExam;
  const found = intervalBy(rows, facts);
  const may = mayHaveInterval(exam);
  return {
    rule: found === undefined ? 'NEXT_EXAM' : `NEXT_EXAM in ${found.months} months by ${found.because}`,
    fired: may && found !== undefined,
    ...(may || found === undefined ? {} : { heldBack: 'nothing was diagnosed, or the diagnosis is provisional' }),
    conditions: rows.map(({ because, months, when }) => askedOf(`${because}: ${months} months`, when, facts)),
  };
};

const risked = (exam: JudgedExam, facts: Facts): ExplainedRule[] => {
  const own = thresholdOf(exam.policy, exam.input.frax?.country);
  const given = advise(exam, facts).some(({ code }) => code === 'FRACTURE_RISK_ABOVE_THRESHOLD');
  return exam.policy.treatmentThresholds.map((threshold) => ({
    rule: `FRACTURE_RISK_ABOVE_THRESHOLD ${threshold.country}: major ${threshold.majorPercent} %, hip ${threshold.hipPercent} %`,
    fired: given && threshold === own,
    ...(threshold === own ? {} : { heldBack: 'no fracture risk of this country was given' }),
    conditions: [askedOf(threshold.country, threshold.when, facts)],
  }));
};

const said = ({ policy }: JudgedExam, facts: Facts): ExplainedRule[] =>
  policy.sentences.map(({ rule, when }) => ({
    rule,
    fired: when.outcome(facts) === 'holds',
    conditions: [askedOf(rule, when, facts)],
  }));

/** Which rules of a policy fired for an exam and which did not, each with its conditions and the values they saw. */
export const explain = (policy: Policy, input: AssessInput): ExplainedRule[] => {
  const exam = judgedBy(input, policy);
  const facts = factsOf(exam);
  return [...reasoned(exam, facts), ...risked(exam, facts), timed(exam, facts), ...said(exam, facts)];
};

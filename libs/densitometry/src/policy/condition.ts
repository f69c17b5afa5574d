import { Environment } from '@marcbachmann/cel-js';
import { asking } from './condition-names.js';
import type { Facts } from './facts.js';
import { knowing, nest } from './facts.js';
import { factTable, type FactValue } from './facts.table.js';

/** Whether a condition holds; `unknown` where it rests on something that nobody has said. */
export type Outcome = 'holds' | 'does-not-hold' | 'unknown';

/** A condition of a policy, checked: it asks known facts only and gives yes or no. */
export interface Condition {
  /** As it is written. */
  readonly says: string;
  /** The facts that it asks. */
  readonly asks: readonly string[];
  readonly outcome: (facts: Facts) => Outcome;
}

/** What a condition saw when it was asked, and what was not there. */
export interface Seen {
  readonly saw: Readonly<Record<string, FactValue>>;
  readonly absent: readonly string[];
}

/** So large may a condition be. */
const limits = { maxAstNodes: 200, maxDepth: 20, maxListElements: 50, maxMapEntries: 0, maxCallArguments: 3 };

const schemas = Object.entries(nest(factTable.map(({ name, type }) => [name, type])));

const environment = schemas.reduce(
  (made, [name, schema]) => made.registerVariable({ name, schema: schema as Record<string, never> }),
  new Environment({ limits }),
);

const problemOf = (error: unknown): string => {
  const { summary, range } = error as { readonly summary?: string; readonly range?: { readonly start: number } };
  return range === undefined ? `${summary ?? String(error)}` : `${summary} (at character ${range.start + 1})`;
};

const parsed = (says: string) => {
  try {
    return environment.parse(says);
  } catch (error) {
    return problemOf(error);
  }
};

const nothing: Facts = { values: new Map(), nested: knowing([]) };

const outcomeOf = (evaluate: (facts: Facts['nested']) => unknown, facts: Facts): Outcome => {
  try {
    return evaluate(facts.nested) === true ? 'holds' : 'does-not-hold';
  } catch {
    return 'unknown';
  }
};

/**
 * A condition in CEL, type-checked against the facts; or why it is none. An absent fact makes unknown what rests on it, and nothing else:
 * `a || b` holds where `b` does and `a` is absent. It never throws when asked. What it says of nothing at all is found out once: an absent fact
 * is an error inside, and dear.
 */
export const readCondition = (says: string): Condition | { readonly problems: readonly string[] } => {
  const expression = parsed(says);
  if (typeof expression === 'string') return { problems: [expression] };
  const { names, problems } = asking(expression.ast);
  if (problems.length > 0) return { problems };
  const { valid, type, error } = expression.check();
  if (!valid) return { problems: [problemOf(error)] };
  if (type !== 'bool') return { problems: [`gives ${type ?? 'nothing'}, not yes or no`] };
  const knowingNothing = outcomeOf(expression, nothing);
  const isBlind = ({ values }: Facts): boolean => names.every((name) => !values.has(name));
  return { says, asks: names, outcome: (facts) => (isBlind(facts) ? knowingNothing : outcomeOf(expression, facts)) };
};

/** What a condition saw in these facts. */
export const seenBy = ({ asks }: Condition, { values }: Facts): Seen => ({
  saw: Object.fromEntries(
    asks.flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  ),
  absent: asks.filter((name) => !values.has(name)),
});

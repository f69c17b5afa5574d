import { assess } from '../assess.js';
import { assessInput } from '../assess-input.js';
import type { Assessment } from '../assessment.js';
import { pointer, problemsOf, type Problem } from '../problems.js';
import type { Policy } from './policy.js';
import type { Example } from './policy-shape.js';

/** What became of one example of a policy: empty differences where all of it came out as it says. */
export interface ExampleResult {
  readonly name: string;
  readonly differences: readonly string[];
}

type Expectation = Example['expect'];
type Expected = NonNullable<Expectation['advice']>[number];

const same = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join() === [...other].sort().join();

const unlike = ({ advice }: Assessment, { code, because, months }: Expected): string[] => {
  const given = advice.find((one) => one.code === code);
  if (given === undefined) return [`${code} is not advised`];
  return [
    ...(because === undefined || same(because, given.because)
      ? []
      : [`${code} because of ${given.because.join(', ')}, not ${because.join(', ')}`]),
    ...(months === undefined || months === given.months ? [] : [`${code} in ${given.months ?? 'no'} months, not ${months}`]),
  ];
};

const differencesOf = (assessment: Assessment, expected: Expectation): string[] => {
  const rules = assessment.sentences.map(({ rule }) => rule);
  const { advice = [], notAdvised = [], category, sentences = [], noSentences = [] } = expected;
  return [
    ...advice.flatMap((one) => unlike(assessment, one)),
    ...notAdvised.filter((code) => assessment.advice.some((one) => one.code === code)).map((code) => `${code} is advised`),
    ...(category === undefined || category === assessment.diagnosis.category
      ? []
      : [`${assessment.diagnosis.category}, not ${category}`]),
    ...sentences.filter((rule) => !rules.includes(rule)).map((rule) => `no sentence ${rule}`),
    ...noSentences.filter((rule) => rules.includes(rule)).map((rule) => `a sentence ${rule}`),
  ];
};

/** Judges each example of a policy by it; an exam that does not fit the format is a problem of the policy's document. */
export const runExamples = (
  policy: Policy,
  examples: readonly Example[],
): { readonly results: readonly ExampleResult[] } | { readonly problems: readonly Problem[] } => {
  const read = examples.map((example) => ({ ...example, input: assessInput.safeParse(example.exam) }));
  const problems = read.flatMap(({ input }, i) =>
    input.success
      ? []
      : problemsOf(input.error).map(({ at, message }) => ({ at: `${pointer(['examples', i, 'exam'])}${at}`, message })),
  );
  if (problems.length > 0) return { problems };
  return {
    results: read.flatMap(({ name, expect, input }) =>
      input.success ? [{ name, differences: differencesOf(assess(input.data, policy), expect) }] : [],
    ),
  };
};

import type { ValueField } from '@osteon/contracts';
import { problemInWords } from './assessment-words.js';
import { sourceNames } from './numbers.js';
import { placeInWords, valueInWords } from './typed.js';
import type { NumbersProblem } from './value-place.js';

/** One problem of the numbers for people; the value that it is about, where it is about one. */
export interface ProblemLine {
  readonly key: string;
  readonly place?: string;
  readonly words: string;
  readonly isAnswered: boolean;
}

/** `ge-sr -2.3, ge-xml -2.2` as `GE SR −2.3, GE XML −2.2`. */
const sourcesInWords = (said: string): string =>
  said
    .split(', ')
    .map((each) => {
      const [kind = '', ...value] = each.split(' ');
      return `${sourceNames[kind] ?? kind} ${value.join(' ').replace('-', '−')}`;
    })
    .join(', ');

const contradicted = (field: ValueField, { typed, device }: NumbersProblem): string =>
  `typed ${valueInWords(field, typed)}, the device now says ${valueInWords(field, device)}; neither counts until one of them is typed`;

const disagreeing = ({ detail }: NumbersProblem): string =>
  detail === undefined ? 'two sources disagree; it was left out' : `${sourcesInWords(detail.slice(detail.indexOf(': ') + 2))}; it was left out`;

const wordsAt = (field: ValueField, problem: NumbersProblem): string => {
  if (problem.code === 'TYPED_VALUE_CONTRADICTED') return contradicted(field, problem);
  return problem.code === 'SOURCES_DISAGREE' ? disagreeing(problem) : problemInWords(problem.code);
};

const general = ({ code, detail }: NumbersProblem): string => [problemInWords(code), ...(detail === undefined ? [] : [`(${detail})`])].join(' ');

const lineOf = (problem: NumbersProblem): Omit<ProblemLine, 'key'> => {
  const { site, side, region, field, answered = false } = problem;
  if (site === undefined || region === undefined || field === undefined) return { words: general(problem), isAnswered: answered };
  return { place: placeInWords({ site, side, region, field }), words: wordsAt(field, problem), isAnswered: answered };
};

/** Problems by region, those about no single value last; what reads the same stands once. */
export const problemLines = (problems: readonly NumbersProblem[]): readonly ProblemLine[] => {
  const lines = problems.map(lineOf).map((line) => ({ ...line, key: `${line.place ?? ''} ${line.words}` }));
  const once = lines.filter(({ key }, index) => lines.findIndex((each) => each.key === key) === index);
  return once.toSorted((a, b) => Number(a.place === undefined) - Number(b.place === undefined));
};

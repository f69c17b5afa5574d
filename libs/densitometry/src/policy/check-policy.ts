import { adviceReasons } from '../advice.table.js';
import { pointer, type Problem } from '../problems.js';
import { patientFacts } from './facts.table.js';
import type { OverlayPolicy, WholePolicy, Words } from './policy-shape.js';

type Document = WholePolicy | OverlayPolicy;
type Check = (document: Document) => Problem[];

const before = new Set(patientFacts.map(({ name }) => name));

/** Words of a class or a judgement: only the library says them, once, from the numbers. */
const judging = /ost[eé]o(p[eé]n|por)|normal|\bdexa\b|bones? of an?\b|bone age|knochenalter|edad [oó]sea|[aâ]ge osseux/i;

const writtenAt = (words: Words, path: readonly PropertyKey[]): Problem[] =>
  Object.entries(words).flatMap(([language, said]) => {
    const at = pointer([...path, language]);
    const found = judging.exec(said)?.[0];
    return [
      ...(found === undefined ? [] : [{ at, message: `says "${found}", which only the library says` }]),
      ...(/[{}]/.test(said) ? [{ at, message: 'has a brace: no values are filled in here' }] : []),
    ];
  });

const sentences: Check = ({ sentences: list = [] }) => list.flatMap(({ text }, i) => writtenAt(text, ['sentences', i, 'text']));

const reasonWords: Check = ({ reasons = {} }) =>
  Object.entries(reasons).flatMap(([code, words]) => [
    ...(Object.hasOwn(adviceReasons, code)
      ? [{ at: pointer(['reasons', code]), message: 'is a reason of the library, which has its own words' }]
      : []),
    ...writtenAt(words, ['reasons', code]),
  ]);

const usedReasons = ({ advice = [], nextExam }: Document) => [
  ...advice.flatMap(({ all = [], any }, i) => [
    ...all.map(({ because }, j) => ({ because, path: ['advice', i, 'all', j, 'because'] })),
    ...any.map(({ because }, j) => ({ because, path: ['advice', i, 'any', j, 'because'] })),
  ]),
  ...(nextExam?.rows ?? []).map(({ because }, i) => ({ because, path: ['nextExam', 'rows', i, 'because'] })),
];

/** Every reason has words, here or in the library. */
const spoken: Check = (document) =>
  usedReasons(document)
    .filter(({ because }) => !Object.hasOwn(adviceReasons, because) && document.reasons?.[because] === undefined)
    .map(({ because, path }) => ({ at: pointer(path), message: `has no words: add "${because}" to "reasons"` }));

const questions: Check = ({ questionnaire = [] }) =>
  questionnaire.flatMap(({ when }, i) =>
    when.asks
      .filter((name) => !before.has(name))
      .map((name) => ({
        at: pointer(['questionnaire', i, 'when']),
        message: `${name} is not known before the exam, in: ${when.says}`,
      })),
  );

const twice = (part: string, keys: readonly string[]): Problem[] =>
  keys.flatMap((key, i) => (keys.indexOf(key) < i ? [{ at: pointer([part, i]), message: `stands here twice: ${key}` }] : []));

const repeated: Check = ({ advice = [], treatmentThresholds = [], sentences: list = [], questionnaire = [] }) => [
  ...twice(
    'advice',
    advice.map(({ code }) => code),
  ),
  ...twice(
    'treatmentThresholds',
    treatmentThresholds.map(({ country }) => country),
  ),
  ...twice(
    'sentences',
    list.map(({ rule }) => rule),
  ),
  ...twice(
    'questionnaire',
    questionnaire.map(({ asks }) => asks),
  ),
];

const checks: readonly Check[] = [sentences, reasonWords, spoken, questions, repeated];

/** What a policy says that no single field shows to be wrong. */
export const checkPolicy: Check = (document) => checks.flatMap((check) => check(document));

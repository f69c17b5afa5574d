import type { AssessInput } from './assess-input.js';
import type { Sentence } from './assessment.js';
import { nameOfVertebrae, vertebraeOf } from './vertebrae.js';
import { listed, sentence } from './sentence.js';

const percent = (value: number): string => `${value} %`;

const fraxSentences = ({ frax }: AssessInput): Sentence[] => {
  if (frax === undefined) return [];
  const { majorPercent, hipPercent, country, version } = frax;
  const hip = hipPercent === undefined ? '' : `, of a hip fracture ${percent(hipPercent)}`;
  const model = [country, version === undefined ? undefined : `version ${version}`].filter((part) => part !== undefined);
  const head = `FRAX${model.length > 0 ? ` (${model.join(', ')})` : ''} as given`;
  const text = `${head}: ten-year risk of a major osteoporotic fracture ${percent(majorPercent)}${hip}.`;
  return [sentence('assessment', 'FRAX_CARRIED', text, { ...frax })];
};

const tbsSentences = ({ tbs, frax }: AssessInput): Sentence[] => {
  if (tbs === undefined) return [];
  const where = tbs.regions === undefined ? '' : ` (${nameOfVertebrae(vertebraeOf(tbs.regions)) || tbs.regions})`;
  const risk = frax?.tbsAdjusted ? ' The fracture risk is adjusted for it.' : '';
  const text = `Trabecular bone score${where}: ${tbs.value}. It is never alone a reason to treat.${risk}`;
  return [sentence('findings', 'TBS_CARRIED', text, { ...tbs })];
};

const vfaWords = {
  yes: 'vertebral fracture',
  no: 'no vertebral fracture',
  maybe: 'a vertebral fracture is possible',
  indeterminate: 'cannot be judged',
} as const;

const vfaSentences = ({ vfa }: AssessInput): Sentence[] => {
  if (vfa === undefined) return [];
  const levels = (vfa.findings ?? []).map(({ level, grade, shape, newSince }) => {
    const form = shape === undefined ? '' : `, ${shape}`;
    return `${level} grade ${grade}${form}${newSince === undefined ? '' : `, new since ${newSince}`}`;
  });
  const found = levels.length > 0 ? ` (${levels.join('; ')})` : '';
  const unseen = vfa.levelsNotEvaluable ?? [];
  const not = unseen.length > 0 ? ` Not evaluable: ${listed(unseen)}.` : '';
  return [
    sentence('findings', 'VFA_CARRIED', `Vertebral fracture assessment: ${vfaWords[vfa.status]}${found}.${not}`, { ...vfa }),
  ];
};

/** What was carried in beside BMD, stated as it was given: VFA and TBS. */
export const carriedFindings = (input: AssessInput): Sentence[] => [...vfaSentences(input), ...tbsSentences(input)];

/** A fracture risk as it was given; it is never computed here. */
export const carriedRisk = fraxSentences;

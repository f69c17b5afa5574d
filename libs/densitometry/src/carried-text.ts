import type { AssessInput } from './assess-input.js';
import type { Finding, Sentence } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import { sentence } from './sentence.js';
import { nameOfVertebrae, vertebraeOf } from './vertebrae.js';

const limits = { FRAX_ON_TREATMENT: 'fraxTreated', FRAX_OUTSIDE_AGE: 'fraxAge' } as const;

/** For whom it does not hold. */
const limitsOf = ({ say }: Speaker, findings: readonly Finding[]): string =>
  (['FRAX_ON_TREATMENT', 'FRAX_OUTSIDE_AGE'] as const)
    .filter((code) => findings.some((one) => one.code === code))
    .map((code) => say('assessment', limits[code]))
    .join('');

/** A fracture risk as it was given, with its limits; it is never computed here. */
export const carriedRisk = (speaker: Speaker, { frax }: AssessInput, findings: readonly Finding[]): Sentence[] => {
  if (frax === undefined) return [];
  const { majorPercent, hipPercent, country, version } = frax;
  const model = [country, version === undefined ? undefined : speaker.say('assessment', 'fraxVersion', { version })];
  const known = model.filter((part) => part !== undefined);
  const text = speaker.say('assessment', 'FRAX_CARRIED', {
    model: known.length > 0 ? ` (${known.join(', ')})` : '',
    major: speaker.number(majorPercent),
    hip: hipPercent === undefined ? '' : speaker.say('assessment', 'fraxHip', { percent: speaker.number(hipPercent) }),
  });
  return [sentence('assessment', 'FRAX_CARRIED', `${text}${limitsOf(speaker, findings)}`, { ...frax })];
};

const tbsSentences = (speaker: Speaker, { tbs, frax }: AssessInput): Sentence[] => {
  if (tbs === undefined) return [];
  const regions = tbs.regions === undefined ? '' : ` (${nameOfVertebrae(vertebraeOf(tbs.regions)) || tbs.regions})`;
  const text = speaker.say('results', 'TBS_CARRIED', { regions, value: speaker.number(tbs.value) });
  const risk = frax?.tbsAdjusted ? speaker.say('results', 'tbsAdjusted') : '';
  return [sentence('findings', 'TBS_CARRIED', `${text}${risk}`, { ...tbs })];
};

type Vfa = NonNullable<AssessInput['vfa']>;

const vfaLevels = (speaker: Speaker, { findings = [] }: Vfa): string[] =>
  findings.map(({ level, grade, shape, newSince }) =>
    [
      speaker.say('results', 'level', { level, grade }),
      ...(shape === undefined ? [] : [speaker.wordFor('shapes', shape) ?? shape]),
      ...(newSince === undefined ? [] : [speaker.say('results', 'newSince', { date: speaker.date(newSince) })]),
    ].join(', '),
  );

const vfaSentences = (speaker: Speaker, { vfa }: AssessInput): Sentence[] => {
  if (vfa === undefined) return [];
  const levels = vfaLevels(speaker, vfa);
  const unseen = vfa.levelsNotEvaluable ?? [];
  const text = speaker.say('results', 'VFA_CARRIED', {
    status: speaker.say('vfa', vfa.status),
    levels: levels.length > 0 ? ` (${levels.join('; ')})` : '',
  });
  const not = unseen.length > 0 ? speaker.say('results', 'notEvaluable', { levels: speaker.list(unseen) }) : '';
  return [sentence('findings', 'VFA_CARRIED', `${text}${not}`, { ...vfa })];
};

/** What was carried in beside BMD, stated as it was given: VFA and TBS. */
export const carriedFindings = (speaker: Speaker, input: AssessInput): Sentence[] => [
  ...vfaSentences(speaker, input),
  ...tbsSentences(speaker, input),
];

import { adviceCodes } from './advice.table.js';
import { findingCodes } from './findings.table.js';
import { factTable } from './policy/facts.table.js';
import { nameText } from './policy/policy.js';
import { defaultPolicy } from './policy/stored-policies.js';
import { referenceMeans } from './reference-means.table.js';
import { rules } from './rules.table.js';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** What the newest stored policy says: a site may choose otherwise. */
const byPolicy = (): string[] => {
  const { name, values, advice, nextExam, treatmentThresholds, boneTreatments } = defaultPolicy;
  return [
    `## What the policy \`${nameText(name)}\` decides`,
    'Everything above is code, and no policy changes it. Advice graded M is shown to the reader and never enters a report by itself.',
    table(
      ['value', 'is'],
      Object.entries(values).map(([value, is]) => [`\`${value}\``, `${is}`]),
    ),
    table(
      ['advice', 'because', 'where', 'source', 'grade'],
      advice.flatMap(({ code, all = [], any, source, grade }) => [
        ...all.map(({ because, when }) => [`\`${code}\``, `\`${because}\` (always needed)`, `\`${when.says}\``, source, grade]),
        ...any.map(({ because, when }) => [`\`${code}\``, `\`${because}\``, `\`${when.says}\``, source, grade]),
      ]),
    ),
    `### Next exam (${nextExam.grade})`,
    `The first that holds counts. Source: ${nextExam.source}.`,
    table(
      ['because', 'months', 'where'],
      nextExam.rows.map(({ because, months, when }) => [`\`${because}\``, `${months}`, `\`${when.says}\``]),
    ),
    '### Treatment thresholds',
    table(
      ['country', 'major %', 'hip %', 'where', 'source', 'grade'],
      treatmentThresholds.map((one) => [
        one.country,
        `${one.majorPercent}`,
        `${one.hipPercent}`,
        `\`${one.when.says}\``,
        one.source,
        one.grade,
      ]),
    ),
    '### Drugs that act on bone (M)',
    table(
      ['kind', 'as it may be written, in part', 'treated for FRAX until (years)'],
      boneTreatments.map(({ kind, written, treatedForYears }) => [kind, written.join(', '), `${treatedForYears}`]),
    ),
  ];
};

/** docs/explanation/clinical-rules.md, from the tables that the code itself uses. */
export const clinicalRules = (): string =>
  [
    '# Clinical rules',
    'Written by `npm run docs:rules` from the tables of libs/densitometry; change those, not this page. Grades: **S** read in the source, **D** computed from one, **M** well known and **not verified**.',
    '## Rules',
    table(
      ['rule', 'what it says', 'source', 'grade'],
      rules.map(({ id, says, source, grade }) => [`\`${id}\``, says, source, grade]),
    ),
    '## Findings',
    table(
      ['code', 'usual level', 'what it says'],
      Object.entries(findingCodes).map(([code, { level, says }]) => [`\`${code}\``, level, says]),
    ),
    '## Advice',
    table(
      ['code', 'sentence'],
      Object.entries(adviceCodes).map(([code, says]) => [`\`${code}\``, says]),
    ),
    ...byPolicy(),
    '## References that may raise a doubt',
    'Never used to make a T-score. g/cm2.',
    table(
      ['maker', 'region', 'means', 'SD', 'grade'],
      referenceMeans.map(({ maker, region, means, sd, grade }) => [maker, region, means.join(', '), `${sd}`, grade]),
    ),
    '## What a condition of a policy may ask',
    'What is not known is absent, and makes unknown what rests on it. [How to write one](../how-to/write-a-policy.md).',
    table(
      ['name', 'type', 'is', 'values'],
      factTable.map(({ name, type, says, values = [] }) => [`\`${name}\``, `\`${type}\``, says, values.join(', ')]),
    ),
  ].join('\n\n') + '\n';

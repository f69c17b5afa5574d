import { adviceCodes } from './advice.table.js';
import { boneTreatments } from './bone-treatments.table.js';
import { findingCodes } from './findings.table.js';
import { nextExamTable } from './next-exam.js';
import { referenceMeans } from './reference-means.table.js';
import { rules } from './rules.table.js';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

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
    '## Next exam (M)',
    'The first that holds counts.',
    table(
      ['because', 'months'],
      nextExamTable.map(({ because, months }) => [`\`${because}\``, `${months}`]),
    ),
    '## References that may raise a doubt',
    'Never used to make a T-score. g/cm2.',
    table(
      ['maker', 'region', 'means', 'SD', 'grade'],
      referenceMeans.map(({ maker, region, means, sd, grade }) => [maker, region, means.join(', '), `${sd}`, grade]),
    ),
    '## Drugs that act on bone (M)',
    table(
      ['kind', 'treated for FRAX until (years)'],
      boneTreatments.map(({ kind, treatedForYears }) => [kind, `${treatedForYears}`]),
    ),
  ].join('\n\n') + '\n';

import { findingCodes, type FindingCode } from '../findings.table.js';
import { english } from './english.table.js';

/** The texts of one language: the keys of English, section by section, and what a finding says. */
export type Wording = {
  readonly [Section in keyof typeof english]: Readonly<Record<keyof (typeof english)[Section], string>>;
} & {
  readonly findings: Readonly<Record<FindingCode, string>>;
};

const findingsInEnglish = Object.fromEntries(Object.entries(findingCodes).map(([code, { says }]) => [code, says])) as Readonly<
  Record<FindingCode, string>
>;

/** English with the texts of the findings, which stand beside their levels. */
export const englishWording: Wording = { ...english, findings: findingsInEnglish };

import type { reporting, scheduling } from '@osteon/contracts';
import { ageOn, findingCodes } from '@osteon/densitometry';
import { resultTables, type ResultTable } from './result-table.js';
import { dayIn, dayText, identifiersOf, momentText, nameOf, referrerOf } from './words.js';

/** What one report is made of: the content that is signed, the patient, and the signature once there is one. */
export interface ReportParts {
  readonly content: reporting.ReportContentV1;
  /** SHA-256 of the content. */
  readonly contentHash: string;
  readonly patient: scheduling.PatientV1;
  readonly signature?: reporting.ReportSignatureV1;
}

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** A report as a reader sees it, whatever it is written on: text and PDF are made from this and so never differ. */
export interface ReportDocument {
  readonly language: 'en';
  readonly title: string;
  readonly letterhead: readonly string[];
  /** Absent once it is signed. */
  readonly mark?: string;
  readonly patient: readonly Labelled[];
  readonly exam: readonly Labelled[];
  /** Assessment, comment, recommendation, comparison: before the numbers. */
  readonly first: readonly reporting.ReportContentV1['sections'][number][];
  readonly results: readonly ResultTable[];
  readonly rest: readonly reporting.ReportContentV1['sections'][number][];
  readonly signature: readonly string[];
  /** Foot of every page. */
  readonly foot: readonly string[];
  readonly revision: string;
}

/** Says that nobody has taken responsibility yet. */
export const DRAFT_MARK = 'DRAFT - NOT SIGNED';

const beforeNumbers = new Set(['Assessment', 'Comment', 'Recommendation', 'Comparison']);

const sexWords: Readonly<Record<scheduling.PatientV1['sex'], string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not known',
};

const performedOn = ({ review, scheduledAt, zone }: reporting.ReportContentV1): string =>
  review.performedOn ?? dayIn(scheduledAt, zone);

const bornText = (birthDate: string | undefined, day: string): string =>
  birthDate === undefined ? 'Not known' : `${dayText(birthDate)} (${ageOn(day, birthDate)} years)`;

const scannerOf = ({ review }: reporting.ReportContentV1): string => {
  const { manufacturer, model, serial } = review.scanner;
  const device = [manufacturer, model].filter((part) => part !== undefined).join(' ');
  return serial === undefined ? device : `${device}, ${serial}`;
};

/** Which rules a site had chosen when the exam was judged. */
const policyLines = ({ review: { policy } }: reporting.ReportContentV1): string[] => {
  if (!policy) return [];
  const base = policy.base ? `, on ${policy.base.id} version ${policy.base.version}` : '';
  return [`Assessed by policy ${policy.id}, version ${policy.version}${base}`];
};

const signatureLines = ({ content, contentHash, signature }: ReportParts): string[] => {
  if (!signature) return ['Not signed. Nobody has taken responsibility for this text yet.', ...policyLines(content), `Content SHA-256 ${contentHash}`];
  const { signerName, signedBy, signedAt, zone, meaning, revision } = signature;
  return [
    `${meaning}: ${signerName} (${signedBy}), ${momentText(signedAt, zone)}`,
    `Electronic signature, revision ${revision}, of review ${content.reviewVersion} (${content.reviewedBy})`,
    ...policyLines(content),
    `Content SHA-256 ${contentHash}`,
  ];
};

const wordsOf = (code: string): string => Object.entries(findingCodes).find(([known]) => known === code)?.[1].says ?? code;

/** What held up signing, and why it was signed all the same: whoever receives the report can see it. */
const settledSection = ({ review: { settled = [] } }: reporting.ReportContentV1): ReportDocument['rest'] => {
  const lines = [...new Set(settled.map(({ code, reason }) => `${wordsOf(code)} Signed because: ${reason}`))];
  return lines.length > 0 ? [{ title: 'Settled before signing', text: lines.join('\n') }] : [];
};

const patientLines = ({ patient }: ReportParts, day: string): Labelled[] => [
  { label: 'Patient', value: nameOf(patient.name) },
  { label: 'Born', value: bornText(patient.birthDate, day) },
  { label: 'Sex', value: sexWords[patient.sex] },
  { label: 'Patient id', value: identifiersOf(patient) },
];

const examLines = ({ content }: ReportParts, day: string): Labelled[] => [
  { label: 'Exam', value: `${content.procedure.meaning}, ${dayText(day)}` },
  { label: 'Accession number', value: content.accessionNumber },
  { label: 'Densitometer', value: scannerOf(content) },
  { label: 'Referred by', value: content.details.referrer ? referrerOf(content.details.referrer) : 'Not stated' },
];

/** Makes the reader's view of a report. Pure: the same parts give the same document. */
export const reportDocument = (parts: ReportParts): ReportDocument => {
  const { content, contentHash, patient, signature } = parts;
  const day = performedOn(content);
  const born = patient.birthDate === undefined ? '' : `, born ${dayText(patient.birthDate)}`;
  const { letterhead, name } = content.facility;
  return {
    language: 'en',
    title: 'Bone densitometry report (DXA)',
    letterhead: letterhead.length > 0 ? letterhead : [name],
    ...(signature ? {} : { mark: DRAFT_MARK }),
    patient: patientLines(parts, day),
    exam: examLines(parts, day),
    first: content.sections.filter(({ title, text }) => beforeNumbers.has(title) && text !== ''),
    results: resultTables(content.review, content.zone),
    rest: [...content.sections.filter(({ title, text }) => !beforeNumbers.has(title) && text !== ''), ...settledSection(content)],
    signature: signatureLines(parts),
    foot: [`${nameOf(patient.name)}${born}, accession number ${content.accessionNumber}`, `Content SHA-256 ${contentHash}`],
    revision: signature ? `Revision ${signature.revision}` : DRAFT_MARK,
  };
};

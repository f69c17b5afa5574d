import { Problem } from '../shell/problem.js';

/** Something in a document that keeps it from being applied: where, and what. */
export interface DocumentProblem {
  /** A path in the document, `devices › 2 › aeTitles`, or a line of the text; empty: the whole document. */
  readonly place: string;
  readonly words: string;
}

const sentences: Readonly<Record<string, string>> = {
  ZONE_UNKNOWN: 'There is no such time zone.',
  CHARSET_UNKNOWN: 'There is no such character set.',
  ID_TWICE: 'This id is used twice in the list.',
  SENDER_AMBIGUOUS: 'Another sender calls itself the same',
  DEVICE_AMBIGUOUS: 'Another device calls by the same titles and addresses',
  POLICY_UNKNOWN: 'There is no such policy, neither here nor in the library.',
  POLICY_NOT_USABLE: 'The policy cannot be followed',
  POLICY_VERSION_NOT_NEW: 'The policy says something else than before: give it a higher version.',
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `devices › 2 › aeTitles` of a JSON pointer (RFC 6901); places in lists are counted from one, as people do. */
export const placeOf = (pointer: string): string =>
  pointer
    .split('/')
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step.replaceAll('~1', '/').replaceAll('~0', '~')))
    .join(' › ');

const ambiguity = (said: unknown): DocumentProblem[] => {
  if (!isRecord(said)) return [];
  const [code, facility, why] = [text(said['code']), text(said['facilityId']), text(said['says'])];
  const words = `${sentences[code] ?? code}${why === '' ? '' : `: ${why}.`}`;
  return [{ place: placeOf(text(said['at'])), words: facility === '' ? words : `${words}, at ${facility}.` }];
};

/** Of zod's sentences the one that says nothing to people: what is absent is not `undefined` to them. */
const misfitInWords = (sentence: string): string => (sentence.endsWith('received undefined') ? 'This is missing.' : sentence);

const misfit = (said: unknown): DocumentProblem[] =>
  isRecord(said) ? [{ place: placeOf(text(said['pointer'])), words: misfitInWords(text(said['detail'])) }] : [];

/** Every place that a service names in its refusal of a document; none where it says no for another reason. */
export const problemsIn = (error: unknown): DocumentProblem[] => {
  if (!(error instanceof Problem)) return [];
  return [...listOf(error.values['errors']).flatMap(misfit), ...listOf(error.values['problems']).flatMap(ambiguity)];
};

const lineOf = (written: string, message: string): string => {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const before = written.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
};

/** What was written, as a document, or where it stops being JSON. */
export const parsed = (written: string): { readonly document: unknown } | { readonly problem: DocumentProblem } => {
  try {
    const document: unknown = JSON.parse(written);
    return { document };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { problem: { place: lineOf(written, message), words: 'This is not JSON here: a comma, a quote or a bracket is missing or too many.' } };
  }
};

/** What names a thing comes first, what is long comes last; the store keeps no order of fields. */
const firstly = ['facilityId', 'id', 'name', 'assigningAuthority', 'zone', 'languages', 'policy'];
const lastly = ['letterhead', 'senders', 'devices', 'receivers', 'archives', 'precision', 'profile'];
const rankOf = (field: string): number => (firstly.includes(field) ? firstly.indexOf(field) - firstly.length : lastly.indexOf(field) + 1);

const inOrder = (_field: string, value: unknown): unknown =>
  isRecord(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => rankOf(one) - rankOf(other)))
    : value;

/** A site document as it is shown to be edited: in an order for people, without the version, which scheduling gives. */
export const shownDocument = ({ version: _version, ...document }: Readonly<Record<string, unknown>> & { readonly version: number }): string =>
  JSON.stringify(document, inOrder, 2);

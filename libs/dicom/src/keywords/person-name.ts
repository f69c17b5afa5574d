/** A name in its parts, as the domain says them. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  readonly middle?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** PN (PS3.5 6.2.1): family^given^middle^prefix^suffix, alphabetic group; its delimiters inside a part become blanks. */
export const personNameToPN = ({ family, given, middle, prefix, suffix }: PersonName): string =>
  [family, given, middle, prefix, suffix]
    .map((part) => (part ?? '').replace(/[\^=\\]/g, ' ').trim())
    .join('^')
    .replace(/\^+$/, '');

/** The alphabetic group of a PN in its parts; an empty part is absent. */
export const personNameFromPN = (pn: string): PersonName => {
  const [family = '', given, middle, prefix, suffix] = (pn.split('=')[0] ?? '')
    .split('^')
    .map((part) => part.trim() || undefined);
  return { family, given, middle, prefix, suffix };
};

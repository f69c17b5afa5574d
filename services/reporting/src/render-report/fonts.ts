import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const open = (file: string) => create(readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`)));

/** Noto Sans, whole: Latin, Greek and Cyrillic; opened once. What a report uses of it is embedded. */
export const fonts = {
  regular: open('400Regular/NotoSans_400Regular.ttf'),
  semiBold: open('600SemiBold/NotoSans_600SemiBold.ttf'),
} as const;

/** Signs that readers use and Noto Sans lacks, as they are printed instead. */
const substitutes: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '→': '->' };

/** Text as it is printed: composed characters, no control characters but line ends. */
export const printed = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[≤≥→]/g, (sign) => substitutes[sign] ?? sign)
    .replaceAll(/[^\P{Cc}\n]/gu, ' ');

/** The characters that the fonts of a report do not have, as `U+4E2D`, each once. */
export const unprintable = (text: string): string[] => {
  const missing = [...printed(text)].filter(
    (character) => character !== '\n' && !fonts.regular.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
  return [...new Set(missing)].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
};

import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const open = (file: string) => create(readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`)));
type Opened = ReturnType<typeof open>;

let opened: { readonly regular: Opened; readonly bold: Opened } | undefined;

/** Noto Sans, opened at its first use: most studies need no letter. */
export const pageFonts = (): { readonly regular: Opened; readonly bold: Opened } =>
  (opened ??= { regular: open('400Regular/NotoSans_400Regular.ttf'), bold: open('600SemiBold/NotoSans_600SemiBold.ttf') });

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import { limits } from './limits.js';
import type { Word } from './page-words.js';

/** Reads the words of an image. Starts at the first image, ends with `end`. */
export interface Ocr {
  /** Dark letters on white, some thirty pixels high. */
  wordsOf(png: Uint8Array): Promise<readonly Word[]>;
  end(): Promise<void>;
}

/** The language comes from a package: nothing is fetched. */
const languageFolder = (): string =>
  join(
    dirname(createRequire(join(import.meta.dirname, 'ocr.js')).resolve('@tesseract.js-data/eng/package.json')),
    '4.0.0_best_int',
  );

const LSTM = 1;

const start = async (): Promise<Worker> => {
  const worker = await createWorker('eng', LSTM, { langPath: languageFolder(), cacheMethod: 'none', gzip: true });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, user_defined_dpi: '300' });
  return worker;
};

/** OCR by tesseract with its LSTM engine, one block of text a page. */
export const openOcr = (): Ocr => {
  let started: Promise<Worker> | undefined;
  return {
    async wordsOf(png) {
      started ??= start();
      const { data } = await (await started).recognize(Buffer.from(png), {}, { blocks: true, text: false });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.flatMap(({ words }) => words.map(({ text, bbox }) => ({ text, ...bbox }))).slice(0, limits.items);
    },
    async end() {
      const ending = started;
      started = undefined;
      await (await ending)?.terminate();
    },
  };
};

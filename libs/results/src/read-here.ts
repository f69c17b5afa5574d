import type { RunningReader } from './object-read.js';
import { openOcr } from './ocr.js';
import { readObject } from './read-object.js';
import { readPage } from './read-page.js';

/** Reads in this thread; OCR starts at the first page and ends with `end`. A service reads in a thread of its own (`startReader`). */
export const readerHere = (): RunningReader => {
  const ocr = openOcr();
  return {
    read: readObject,
    readPage: (sopInstanceUID, bytes) => readPage(sopInstanceUID, bytes, ocr),
    end: () => ocr.end(),
  };
};

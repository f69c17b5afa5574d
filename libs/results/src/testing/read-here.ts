import type { ResultsObject } from '../object-read.js';
import { readerHere } from '../read-here.js';
import { readResults, type ReadResults } from '../read-results.js';

/** Reads in this thread, without a page of pixels to start OCR for. */
export const readHere = (objects: readonly ResultsObject[]): Promise<ReadResults> => readResults(objects, readerHere());

import type { modalityGateway } from '@osteon/contracts';
import { isOld, type StudyToRead } from '../study-to-read/study-to-read.js';
import { sourceOf, type Source } from '../study-to-read/source.js';
import type { ScanArrived } from '../study-to-read/study-to-read.events.js';

/** A complete study can be read; a later one of the same exam makes it ready again. */
export const takeScan = (study: StudyToRead, heard: modalityGateway.ScanReceivedV1, source: Source): ScanArrived[] =>
  isOld(study, source) ? [] : [{ type: 'ScanArrived', data: { ...heard, source: sourceOf(source) } }];

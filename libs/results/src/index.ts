export { classifyObject } from './classify-object.js';
export type { ObjectRead, ObjectReader, ResultsObject } from './object-read.js';
export { readHere, readResults, type ReadResults } from './read-results.js';
export type {
  DeviceFrax,
  DeviceTrend,
  Header,
  Place,
  Problem,
  ProblemCode,
  Reanalysed,
  ReadScan,
  Study,
  StudyObject,
} from './study.js';

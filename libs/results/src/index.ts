export { classifyObject } from './classify-object.js';
export type { ObjectRead, ObjectReader, ResultsObject, RunningReader } from './object-read.js';
export { NoSuchPath, objectsOfFiles } from './objects-of-files.js';
export { readerHere } from './read-here.js';
export { ReaderNotStarted, startReader } from './start-reader.js';
export { writeMeasurementReport, type MeasurementReport, type SourceObject } from './measurement-report.js';
export { readResults, type ReadResults } from './read-results.js';
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

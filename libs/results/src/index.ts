export { classifyObject } from './classify-object.js';
export { readResults, type ResultsObject } from './read-results.js';
export type { DeviceTrend, Header, Place, Problem, ProblemCode, ReadScan, Study, StudyObject } from './study.js';

import { v5 } from 'uuid';

/** Reports of exams, as a namespace for UUIDv5 (RFC 9562). Never changes. */
const REPORTS = '0b6a3f52-6c1e-4d57-9a43-5f1d2c7be8a4';

/** An exam has one report: its id follows from the exam's. */
export const reportIdOf = (examId: string): string => v5(examId.toLowerCase(), REPORTS);

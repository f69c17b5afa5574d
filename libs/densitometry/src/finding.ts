import { findingCodes, type FindingCode } from './findings.table.js';
import type { Finding } from './assessment.js';
import { withoutGaps } from './without-gaps.js';

/** A finding at its usual level, with its place and its figures. */
export const finding = (code: FindingCode, at: string, values?: Finding['values']): Finding =>
  withoutGaps({ code, level: findingCodes[code].level, at, values: values && withoutGaps(values) });

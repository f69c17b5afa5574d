import type { ErrorCode } from './error-codes.table.js';

/** A message that cannot be read or written, with the code of HL7 table 0357 and the position, never the value. */
export class Hl7Error extends Error {
  constructor(
    readonly code: ErrorCode,
    /** `PID-5`, `MSH-18`, or a segment alone. */
    readonly location: string,
    text: string,
  ) {
    super(`${location}: ${text}`);
    this.name = 'Hl7Error';
  }
}

/** DIMSE statuses that Osteon says or looks at (PS3.7 annex C, PS3.4 B.2.3 and K.4.1.1.4). */
export const Status = {
  Success: 0x0000,
  Cancel: 0xfe00,
  Pending: 0xff00,
  /** Pending, and at least one key was not matched on. */
  PendingWithWarning: 0xff01,
  ProcessingFailure: 0x0110,
  NotAuthorized: 0x0124,
  OutOfResources: 0xa700,
  IdentifierDoesNotMatchSOPClass: 0xa900,
  UnableToProcess: 0xc000,
} as const;

/** Success, or success with a warning (Bxxx): the object is there. */
export const isDelivered = (status: number): boolean => status === Status.Success || (status >= 0xb000 && status <= 0xbfff);

export const isPending = (status: number): boolean => status === Status.Pending || status === Status.PendingWithWarning;

/** Why an association is not opened: result, source and reason of A-ASSOCIATE-RJ (PS3.8 table 9-21). */
export interface Rejection {
  readonly result: number;
  readonly source: number;
  readonly reason: number;
}

export const Rejection = {
  NoReasonGiven: { result: 1, source: 1, reason: 1 },
  ApplicationContextNameNotSupported: { result: 1, source: 1, reason: 2 },
  CallingAETitleNotRecognized: { result: 1, source: 1, reason: 3 },
  CalledAETitleNotRecognized: { result: 1, source: 1, reason: 7 },
  TemporaryCongestion: { result: 2, source: 3, reason: 1 },
} as const satisfies Record<string, Rejection>;

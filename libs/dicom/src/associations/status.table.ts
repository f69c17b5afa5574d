/** DIMSE statuses that Osteon says or looks at (PS3.7 annex C, PS3.4 B.2.3 and K.4.1.1.4). */
export const Status = {
  Success: 0x0000,
  Cancel: 0xfe00,
  Pending: 0xff00,
  /** Pending, and at least one key was not matched on. */
  PendingWithWarning: 0xff01,
  InvalidAttributeValue: 0x0106,
  ProcessingFailure: 0x0110,
  DuplicateSOPInstance: 0x0111,
  NoSuchSOPInstance: 0x0112,
  NoSuchEventType: 0x0113,
  InvalidArgumentValue: 0x0115,
  NoSuchSOPClass: 0x0118,
  NoSuchActionType: 0x0123,
  NotAuthorized: 0x0124,
  OutOfResources: 0xa700,
  IdentifierDoesNotMatchSOPClass: 0xa900,
  UnableToProcess: 0xc000,
} as const;

/** Error ID beside 0110: a performed step that has come to its end may no longer be changed (PS3.4 F.7.2.2.4). */
export const StepMayNoLongerBeUpdated = 0xa710;

/** Why an object is not committed: Failure Reason (0008,1197) (PS3.3 C.14.1.1). */
export const FailureReason = {
  ProcessingFailure: 0x0110,
  NoSuchObjectInstance: 0x0112,
  ClassInstanceConflict: 0x0119,
  ReferencedSOPClassNotSupported: 0x0122,
  DuplicateTransactionUID: 0x0131,
  ResourceLimitation: 0x0213,
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

/** PDU types (PS3.8 9.3). */
export const PduType = {
  associateRequest: 0x01,
  associateAccept: 0x02,
  associateReject: 0x03,
  data: 0x04,
  releaseRequest: 0x05,
  releaseResponse: 0x06,
  abort: 0x07,
} as const;

/** The states of PS3.8 9.2.1 as far as a gate tells them apart. */
export type GateState = 'awaiting-request' | 'deciding' | 'awaiting-answer' | 'established' | 'closing';

/** What a peer may send in each state (PS3.8 table 9-10); anything else is answered with A-ABORT. */
export const receivable: Readonly<Record<GateState, readonly number[]>> = {
  'awaiting-request': [PduType.associateRequest, PduType.abort],
  deciding: [PduType.abort],
  'awaiting-answer': [PduType.associateAccept, PduType.associateReject, PduType.abort],
  established: [PduType.data, PduType.releaseRequest, PduType.releaseResponse, PduType.abort],
  closing: [],
};

/** The state after a PDU has come in or gone out; a type that is not named leaves it as it is. */
export const after: Readonly<Record<'received' | 'sent', Partial<Record<number, GateState>>>> = {
  received: {
    [PduType.associateRequest]: 'deciding',
    [PduType.associateAccept]: 'established',
    [PduType.associateReject]: 'closing',
    [PduType.releaseResponse]: 'closing',
    [PduType.abort]: 'closing',
  },
  sent: {
    [PduType.associateAccept]: 'established',
    [PduType.associateReject]: 'closing',
    [PduType.releaseResponse]: 'closing',
    [PduType.abort]: 'closing',
  },
};

/** Longest PDU of each type but P-DATA-TF, whose length is negotiated: 128 presentation contexts fit well into 256 KB. */
export const longestPdu: Readonly<Partial<Record<number, number>>> = {
  [PduType.associateRequest]: 262144,
  [PduType.associateAccept]: 262144,
  [PduType.associateReject]: 4,
  [PduType.releaseRequest]: 4,
  [PduType.releaseResponse]: 4,
  [PduType.abort]: 4,
};

/** A-ABORT reasons of a service provider (PS3.8 9.3.8). */
export const AbortReason = { notSpecified: 0, unrecognizedPdu: 1, unexpectedPdu: 2, invalidParameter: 6 } as const;

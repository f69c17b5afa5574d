import { decodeKeywords } from '../keywords/decode-keywords.js';
import { resultOf, type CommitmentResult } from './commitment.js';
import { responses, Scp, transportOf } from './dimse-library.js';
import type { NEventReportRequest, NEventReportResponse } from './dimse-library.js';
import type { PduGate } from './pdu-gate.js';
import { Status } from './status.table.js';

/** The upper layer of an association that we asked for; a peer can report on it what it was asked (N-EVENT-REPORT). */
export class Requestor extends Scp {
  constructor(
    private readonly gate: PduGate,
    private readonly reported: ((result: CommitmentResult) => void) | undefined,
  ) {
    super(transportOf(gate));
  }

  override nEventReportRequest(request: NEventReportRequest, callback: (response: NEventReportResponse) => void): void {
    const response = responses.NEventReportResponse.fromRequest(request);
    response.setStatus(this.hear(request));
    callback(response);
  }

  private hear(request: NEventReportRequest): number {
    if (!this.reported) return Status.NoSuchEventType;
    try {
      this.reported(resultOf(decodeKeywords(this.gate.message.dataSet(), request.getDataset()?.getTransferSyntaxUid() ?? '')));
      return Status.Success;
    } catch {
      return Status.ProcessingFailure;
    }
  }
}

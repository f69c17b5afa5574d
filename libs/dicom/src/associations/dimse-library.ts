import type { Socket } from 'node:net';
import dimse from 'dcmjs-dimse';
import { ImplementationClassUID, ImplementationVersionName } from '../uids.table.js';
import type { PduGate } from './pdu-gate.js';
import { MAX_PDU_LENGTH } from './peer-limit.js';

/** dcmjs-dimse as this folder uses it; nothing outside the folder knows it. It logs nothing: what it would say can name people. */
export const { Scp, association, requests, responses, Dataset } = dimse;

export type Association = InstanceType<typeof association.Association>;
export type PresentationContext = InstanceType<typeof association.PresentationContext>;
export type Request = InstanceType<typeof requests.Request>;
export type Response = InstanceType<typeof responses.Response>;
export type CEchoRequest = InstanceType<typeof requests.CEchoRequest>;
export type CFindRequest = InstanceType<typeof requests.CFindRequest>;
export type CStoreRequest = InstanceType<typeof requests.CStoreRequest>;
export type NCreateRequest = InstanceType<typeof requests.NCreateRequest>;
export type NSetRequest = InstanceType<typeof requests.NSetRequest>;
export type NActionRequest = InstanceType<typeof requests.NActionRequest>;
export type NEventReportRequest = InstanceType<typeof requests.NEventReportRequest>;
export type NCreateResponse = InstanceType<typeof responses.NCreateResponse>;
export type NSetResponse = InstanceType<typeof responses.NSetResponse>;
export type NActionResponse = InstanceType<typeof responses.NActionResponse>;
export type NEventReportResponse = InstanceType<typeof responses.NEventReportResponse>;

dimse.log.setLevel('silent');
dimse.Implementation.setImplementationClassUid(ImplementationClassUID);
dimse.Implementation.setImplementationVersion(ImplementationVersionName);
dimse.Implementation.setMaxPduLength(MAX_PDU_LENGTH);

/** The library takes a socket and uses setTimeout, on, write, end and destroy of it: these are what a gate has. */
const isSocketEnough = (gate: PduGate | Socket): gate is Socket => 'destroy' in gate;

/** A gate in the place of the socket. */
export const transportOf = (gate: PduGate): Socket => {
  const transport: PduGate | Socket = gate;
  if (!isSocketEnough(transport)) throw new Error('a gate stands for a socket');
  return transport;
};

/** A data set that is encoded already and goes out to the byte as it is. */
export class EncodedDataSet extends Dataset {
  constructor(
    private readonly bytes: Buffer,
    transferSyntaxUID: string,
    elements: Record<string, unknown> = {},
  ) {
    super(elements, transferSyntaxUID);
  }

  override getDenaturalizedDataset(): Buffer {
    return this.bytes;
  }
}

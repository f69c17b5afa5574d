import type { Request, Response, Scp } from './dimse-library.js';
import type { PduGate } from './pdu-gate.js';
import { isPending } from './status.table.js';

/** There is no association (any more): not reached, aborted, or silent for too long. */
export class AssociationLost extends Error {
  constructor(why: string) {
    super(`association lost: ${why}`);
    this.name = 'AssociationLost';
  }
}

/** A response with the bytes of its data set, to the byte; empty where it had none. */
export interface Answer {
  readonly status: number;
  readonly comment?: string;
  /** Error ID (0000,0903), where the peer says more than its status. */
  readonly errorID?: number;
  readonly dataSet: Buffer;
}

const errorIDOf = (response: Response): { errorID?: number } => {
  const errorID: unknown = response.getCommandDataset()?.getElement('ErrorID');
  return typeof errorID === 'number' ? { errorID } : {};
};

/** Sends one request over an association, whichever side has asked for it; resolves with its last answer, pending ones go to `pending`. Rejects with AssociationLost. */
export const ask = (
  gate: PduGate,
  upperLayer: InstanceType<typeof Scp>,
  request: Request,
  pending: (answer: Answer) => void = () => undefined,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const lost = (): void => reject(new AssociationLost('no answer'));
    if (!gate.open) return lost();
    gate.once('close', lost);
    request.on('response', (response: Response) => {
      const dataSet = response.hasDataset() ? gate.message.dataSet() : Buffer.alloc(0);
      const answer = { status: response.getStatus(), comment: response.getErrorComment(), ...errorIDOf(response), dataSet };
      if (isPending(answer.status)) return pending(answer);
      gate.off('close', lost);
      resolve(answer);
    });
    upperLayer.sendRequests(request);
  });

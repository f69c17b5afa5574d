import { listen, Rejection, Status, type CommitmentResult } from '@osteon/dicom';

/** Where a console hears whether its objects are safe, when it is told so later on an association of the archive's. */
export interface ResultsListener {
  readonly port: number;
  /** The result of a transaction, also where it has come already. Rejects when it has not come in so many milliseconds. */
  result(transactionUID: string, withinMs: number): Promise<CommitmentResult>;
  close(): Promise<void>;
}

export interface Listening {
  readonly AETitle: string;
  /** Loopback where it is absent. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Listens for results of storage commitment (N-EVENT-REPORT, with the roles turned round), and for nothing else. */
export const listenForResults = async ({ AETitle, host = '127.0.0.1', port }: Listening): Promise<ResultsListener> => {
  const heard = new Map<string, CommitmentResult>();
  const waiting = new Map<string, (result: CommitmentResult) => void>();
  const server = await listen<string>({
    host,
    port,
    handlers: {
      associate: ({ calledAETitle, callingAETitle }) =>
        calledAETitle === AETitle ? { accept: true, peer: callingAETitle } : { reject: Rejection.CalledAETitleNotRecognized },
      committed: ({ result }) => {
        heard.set(result.transactionUID, result);
        waiting.get(result.transactionUID)?.(result);
        return Promise.resolve({ status: Status.Success });
      },
    },
  });
  return {
    port: server.port,
    result: (transactionUID, withinMs) =>
      new Promise((resolve, reject) => {
        const known = heard.get(transactionUID);
        if (known) return resolve(known);
        const late = setTimeout(() => reject(new Error(`no result of ${transactionUID} in ${withinMs} ms`)), withinMs);
        waiting.set(transactionUID, (result) => {
          clearTimeout(late);
          resolve(result);
        });
      }),
    close: () => server.stop(1_000),
  };
};

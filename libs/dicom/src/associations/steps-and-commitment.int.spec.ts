import { waitUntil } from '@osteon/testing';
import type { Keywords } from '../keywords/keywords.js';
import { memoryScp } from '../testing/memory-scp.js';
import { AssociationLost } from './ask.js';
import type { CommitmentResult } from './commitment.js';
import { find, FindRefused } from './find.js';
import type { CommitmentRequest, StepMessage } from './handlers.js';
import type { Peer } from './peer.js';
import { createStep, setStep } from './performed-step.js';
import { FailureReason, Status, StepMayNoLongerBeUpdated } from './status.table.js';
import { reportCommitment, requestCommitment } from './storage-commitment.js';

const at = (port: number): Peer => ({ host: '127.0.0.1', port, calledAETitle: 'OSTEON', callingAETitle: 'IDXA1' });

const spine = { SOPClassUID: '1.2.840.10008.5.1.4.1.1.1', SOPInstanceUID: '1.2.3.1.1' };
const hip = { SOPClassUID: '1.2.840.10008.5.1.4.1.1.1', SOPInstanceUID: '1.2.3.1.2' };
const asked = { transactionUID: '1.2.3.9', references: [spine, hip] };
const result: CommitmentResult = {
  transactionUID: '1.2.3.9',
  committed: [spine],
  failed: [{ ...hip, reason: FailureReason.NoSuchObjectInstance }],
};

describe('performed procedure steps', () => {
  it('reach the handlers with what they say, the end on another association than the beginning', async () => {
    const said: Keywords[] = [];
    const hear = (step: StepMessage<string>) => {
      said.push({ uid: step.SOPInstanceUID, ...step.attributes });
      return Promise.resolve({ status: Status.Success });
    };
    const scp = await memoryScp({ handlers: { createStep: hear, setStep: hear } });
    const begun = { PerformedProcedureStepStatus: 'IN PROGRESS', PatientName: 'Okafor^Ada', PerformedSeriesSequence: '' };
    expect(await createStep(at(scp.server.port), '1.2.3.7', begun)).toEqual({ status: 0 });
    expect(await setStep(at(scp.server.port), '1.2.3.7', { PerformedProcedureStepStatus: 'COMPLETED' })).toEqual({ status: 0 });
    expect(said).toMatchObject([
      { uid: '1.2.3.7', PerformedProcedureStepStatus: 'IN PROGRESS', PatientName: 'Okafor^Ada' },
      { uid: '1.2.3.7', PerformedProcedureStepStatus: 'COMPLETED' },
    ]);
    expect(scp.admitted).toHaveLength(2);
    await scp.server.stop();
  });

  it('are refused with status, error id and comment', async () => {
    const refused = { status: Status.ProcessingFailure, errorID: StepMayNoLongerBeUpdated, errorComment: 'it has ended' };
    const scp = await memoryScp({
      handlers: { createStep: () => Promise.reject(new Error('broken')), setStep: () => Promise.resolve(refused) },
    });
    expect(await setStep(at(scp.server.port), '1.2.3.7', { PerformedProcedureStepStatus: 'COMPLETED' })).toEqual(refused);
    expect(await createStep(at(scp.server.port), '1.2.3.7', {})).toEqual({ status: Status.ProcessingFailure });
    expect(scp.failures).toHaveLength(1);
    await scp.server.stop();
  });

  it('are not negotiated where nobody answers them', async () => {
    const scp = await memoryScp();
    expect(await createStep(at(scp.server.port), '1.2.3.7', {})).toEqual({ status: Status.NoSuchSOPClass });
    expect(await requestCommitment(at(scp.server.port), asked)).toEqual({ status: Status.NoSuchSOPClass });
    await expect(find(at(scp.server.port), {}, '1.2.840.10008.3.1.2.3.3')).rejects.toBeInstanceOf(FindRefused);
    await scp.server.stop();
  });
});

describe('storage commitment', () => {
  it('is reported on the association that asked, while it is open', async () => {
    const statuses: number[] = [];
    const commit = (request: CommitmentRequest<string>) => {
      void request.report({ ...result, transactionUID: request.transactionUID }).then((status) => statuses.push(status));
      expect(request.references).toEqual(asked.references);
      return Promise.resolve({ status: Status.Success });
    };
    const scp = await memoryScp({ handlers: { commit } });
    expect(await requestCommitment(at(scp.server.port), asked, 5_000)).toEqual({ status: 0, result });
    await waitUntil(() => statuses.length === 1, 'the answer to the report');
    expect(statuses).toEqual([0]);
    await scp.server.stop();
  });

  it('knows when that association is over', async () => {
    const requests: CommitmentRequest<string>[] = [];
    const commit = (request: CommitmentRequest<string>) => {
      requests.push(request);
      return Promise.resolve({ status: Status.Success });
    };
    const scp = await memoryScp({ handlers: { commit } });
    expect(await requestCommitment(at(scp.server.port), asked)).toEqual({ status: 0 });
    await waitUntil(() => scp.endings.length === 1, 'the end of the association');
    await expect(requests[0]?.report(result)).rejects.toBeInstanceOf(AssociationLost);
    await scp.server.stop();
  });

  it('is reported on a new association, with the roles the other way round', async () => {
    const heard: CommitmentResult[] = [];
    const device = await memoryScp({
      handlers: {
        committed: (message) => {
          heard.push(message.result);
          return Promise.resolve({ status: Status.Success });
        },
      },
    });
    expect(await reportCommitment(at(device.server.port), result)).toBe(0);
    expect(await reportCommitment(at(device.server.port), { ...result, failed: [] })).toBe(0);
    expect(heard).toEqual([result, { ...result, failed: [] }]);
    await device.server.stop();
  });
});

describe('a peer that goes away before its answer', () => {
  it.each<[string, (peer: Peer) => Promise<unknown>]>([
    ['a step begun', (peer) => createStep(peer, '1.2.3.7', {})],
    ['a step ended', (peer) => setStep(peer, '1.2.3.7', {})],
    ['a question', (peer) => find(peer, { AccessionNumber: '' })],
    ['a request for commitment', (peer) => requestCommitment(peer, asked, 60_000)],
  ])('loses %s at once, not when somebody gives up waiting', async (_what, ask) => {
    let arrived = false;
    const never = (): Promise<never> => {
      arrived = true;
      return new Promise(() => undefined);
    };
    const handlers = { createStep: never, setStep: never, commit: never, find: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }) };
    const scp = await memoryScp({ handlers });
    const asking = ask(at(scp.server.port)).then(
      () => 'answered',
      (error: unknown) => error,
    );
    await waitUntil(() => arrived, 'the question');
    await scp.server.stop(0);
    expect(await asking).toEqual(new AssociationLost('no answer'));
  });
});

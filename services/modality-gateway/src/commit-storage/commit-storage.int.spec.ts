import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, requestCommitment, SOPClass, Status, store, type AssociationServer, type CommitmentResult, type Reference } from '@osteon/dicom';
import { drLee, examA1, mrOps, NORTH, waitUntil } from '@osteon/testing';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { commitments } from '../commitment/commitment.aggregate.js';
import { commitmentIdOf } from '../commitment/commitment-id.js';
import { openGateway, type Gateway } from '../testing/gateway.story.js';
import { idxa1, prodigy } from '../testing/north.story.js';
import { image, scanOf } from '../testing/scan.story.js';
import { askCommitment } from './ask-commitment.js';
import { beginReport } from './report-commitment.js';
import { decideCommitment } from './decide-commitment.js';

const study = examA1.studyInstanceUID;
const reference = (SOPInstanceUID: string, SOPClassUID: string = SOPClass.ComputedRadiographyImageStorage): Reference => ({ SOPClassUID, SOPInstanceUID });
const scan = [reference(`${study}.1.1`), reference(`${study}.1.2`)];
const hour = 60 * 60_000;

/** A console that hears results on a port of its own, and answers as it is told. */
const listeningConsole = async () => {
  const heard: (CommitmentResult & { readonly from: string; readonly to: string })[] = [];
  const mood = { status: Status.Success as number };
  const server: AssociationServer = await listen({
    host: '127.0.0.1',
    port: 0,
    handlers: {
      associate: ({ callingAETitle, calledAETitle }) => ({ accept: true, peer: { from: callingAETitle, to: calledAETitle } }),
      committed: ({ association, result }) => {
        heard.push({ ...result, ...association.peer });
        return Promise.resolve({ status: mood.status });
      },
    },
  });
  return { heard, mood, server };
};

describe('storage commitment', () => {
  let gateway: Gateway;
  let device: Awaited<ReturnType<typeof listeningConsole>>;
  let objects = '';

  const ask = (transactionUID: string, references: readonly Reference[], waitMs = 5_000) => requestCommitment(gateway.peer(), { transactionUID, references }, waitMs);
  const idOf = (transactionUID: string, deviceId = 'idxa-1') => commitmentIdOf({ facilityId: NORTH, deviceId, transactionUID });
  const facts = async (transactionUID: string) => gateway.service.store.readStream(`commitment-${idOf(transactionUID)}`);
  const types = async (transactionUID: string) => (await facts(transactionUID)).map(({ event }) => event.type);
  const heard = (transactionUID: string) => device.heard.filter((result) => result.transactionUID === transactionUID);
  const settled = (transactionUID: string, type: string) => waitUntil(async () => (await types(transactionUID)).at(-1) === type, type);
  const deviceAt = (port: number) => gateway.siteIs({ devices: [{ ...idxa1, host: '127.0.0.1', port }, prodigy] });

  beforeAll(async () => {
    objects = await mkdtemp(join(tmpdir(), 'osteon-commitment-'));
    [gateway, device] = await Promise.all([openGateway(objects), listeningConsole()]);
    await deviceAt(device.server.port);
    await gateway.patientIs();
    await gateway.examIs();
    await gateway.send(scanOf());
  }, 120_000);
  afterAll(async () => {
    await gateway?.stop();
    await device?.server.stop(0);
    await rm(objects, { recursive: true, force: true });
  });
  /** The rests of one test are over in the next. */
  beforeEach(() => gateway.time.advance(hour));

  it('is reported on the association that asked, and shown with the study', async () => {
    const result = { transactionUID: '1.2.3.9.1', committed: scan, failed: [] };
    expect(await ask('1.2.3.9.1', scan)).toEqual({ status: 0, result });
    await settled('1.2.3.9.1', 'CommitmentReported');
    expect(await types('1.2.3.9.1')).toEqual(['CommitmentAsked', 'CommitmentDecided', 'ReportAttempted', 'CommitmentReported']);
    expect(heard('1.2.3.9.1')).toEqual([]);
    const shown = await gateway.study(study, () => true, 'the study');
    expect(shown).toMatchObject({ commitments: [{ transactionUID: '1.2.3.9.1', state: 'reported', objects: 2, failed: [] }] });
  });

  it('answers a Transaction UID that it knows as before, whatever has come since', async () => {
    await gateway.send([image('Right Femur', `${study}.1.9`, { StudyInstanceUID: study })]);
    const missing = [reference(`${study}.1.77`)];
    const result = { transactionUID: '1.2.3.9.2', committed: [], failed: [{ ...missing[0], reason: 0x0112 }] };
    expect(await ask('1.2.3.9.2', missing)).toEqual({ status: 0, result });
    await gateway.send([image('AP Spine', `${study}.1.77`, { StudyInstanceUID: study })]);
    expect(await ask('1.2.3.9.2', missing)).toEqual({ status: 0, result });
    expect(await ask('1.2.3.9.3', missing)).toMatchObject({ result: { committed: missing } });
  });

  it('commits nothing under a Transaction UID that was used for other objects', async () => {
    const result = { transactionUID: '1.2.3.9.1', committed: [], failed: [{ ...scan[0], reason: 0x0131 }] };
    expect(await ask('1.2.3.9.1', scan.slice(0, 1))).toEqual({ status: 0, result });
    expect(await ask('1.2.3.9.1', scan)).toMatchObject({ result: { committed: scan } });
  });

  it('says for each object why it is not committed', async () => {
    const conflicting = `${study}.1.2`;
    await gateway.send([image('Left Femur', conflicting, { StudyInstanceUID: study, ImageComments: 'something else' })]);
    const printed = reference('1.2.3.4', '1.2.840.10008.5.1.1.1');
    const asked = [scan[0], reference(conflicting), reference('1.2.3.5'), reference(`${study}.1.9`, SOPClass.EnhancedSRStorage), printed].flatMap((each) => each ?? []);
    const { result } = await ask('1.2.3.9.4', asked);
    expect(result?.committed).toEqual([scan[0]]);
    expect(result?.failed.map(({ SOPInstanceUID, reason }) => [SOPInstanceUID, reason])).toEqual([
      [conflicting, 0x0110],
      ['1.2.3.5', 0x0112],
      [`${study}.1.9`, 0x0119],
      ['1.2.3.4', 0x0122],
    ]);
    expect(gateway.pacs.received.filter(({ SOPInstanceUID }) => SOPInstanceUID === conflicting)).toHaveLength(1);
    expect(await gateway.study(study, ({ problems }) => problems.length > 0, 'the alarm')).toMatchObject({ problems: [{ code: 'CONFLICTING_VERSION', sopInstanceUID: conflicting }] });
  });

  it('does not commit bytes that have rotted or are gone', async () => {
    const uids = ['1.2.3.61.1.1', '1.2.3.61.1.2'];
    await gateway.send(scanOf('1.2.3.61', { AccessionNumber: '' }));
    const { rows } = await gateway.service.database.pool.query<{ key: string }>(
      `select instance->'object'->>'key' as key from instance_receipts where study_instance_uid = '1.2.3.61' order by sop_instance_uid`,
    );
    const [rotten, gone] = rows.map(({ key }) => key.slice('modality-gateway/'.length)).map((hash) => join(objects, 'modality-gateway', hash.slice(0, 2), hash));
    await writeFile(rotten ?? '', 'other bytes');
    await unlink(gone ?? '');
    expect((await ask('1.2.3.9.5', uids.map((uid) => reference(uid)))).result?.failed.map(({ reason }) => reason)).toEqual([0x0110, 0x0110]);
  });

  it('is refused at once where it names nothing', async () => {
    expect(await ask('1.2.3.9.6', [])).toEqual({ status: 0x0115 });
    expect(await ask('', scan)).toEqual({ status: 0x0115 });
  });

  it('is a matter of one device: another one that uses the number has a transaction of its own', async () => {
    const { status, result } = await requestCommitment(gateway.peer('PRODIGY'), { transactionUID: '1.2.3.9.1', references: scan.slice(0, 1) }, 5_000);
    expect({ status, result }).toEqual({ status: 0, result: { transactionUID: '1.2.3.9.1', committed: scan.slice(0, 1), failed: [] } });
    await expect(requestCommitment(gateway.peer('STRANGER'), { transactionUID: '1.2.3.9.7', references: scan })).rejects.toThrow('rejected');
  });

  it('can come on the association that has brought the objects, before they are filed', async () => {
    const early = [reference('1.2.3.62.1.1'), reference('1.2.3.62.1.2')];
    await store(gateway.peer(), scanOf('1.2.3.62', { AccessionNumber: '' }));
    expect(await ask('1.2.3.9.8', early)).toMatchObject({ result: { committed: early } });
  });

  it('is reported on a new association, with the roles turned round, when the first one is over', async () => {
    expect(await ask('1.2.3.9.10', scan.slice(0, 1), 0)).toEqual({ status: 0 });
    // The report can still have come on the association while it was released; if not, a new one follows at once.
    await settled('1.2.3.9.10', 'CommitmentReported');
    const isCalled = JSON.stringify(await facts('1.2.3.9.10')).includes('"over":"new-association"');
    expect(heard('1.2.3.9.10')).toHaveLength(isCalled ? 1 : 0);
  });

  describe('after the process that answered was killed', () => {
    const asked = (transactionUID: string) => {
      const request = { commitmentId: idOf(transactionUID), facilityId: NORTH, deviceId: 'idxa-1', callingAETitle: 'IDXA1', transactionUID, references: scan.slice(0, 1) };
      return gateway.service.store.decide(commitments, request.commitmentId, (state, context) => askCommitment(state, request, context), gatewayContext(gateway.time.clock.iso(), request.commitmentId));
    };

    it('is reported all the same, and once', async () => {
      await asked('1.2.3.9.11');
      gateway.time.advance(5_000);
      const [result] = await waitUntil(() => heard('1.2.3.9.11').length > 0 && heard('1.2.3.9.11'), 'the result');
      expect(result).toEqual({ transactionUID: '1.2.3.9.11', committed: scan.slice(0, 1), failed: [], from: 'OSTEON', to: 'IDXA1' });
      await settled('1.2.3.9.11', 'CommitmentReported');
      gateway.time.advance(hour);
      await gateway.rounds();
      expect(heard('1.2.3.9.11')).toHaveLength(1);
    });

    it('is reported again where nobody knows whether it was heard', async () => {
      await asked('1.2.3.9.12');
      await gateway.service.store.transact(gatewayContext(gateway.time.clock.iso(), 'killed'), async (unit) => {
        await unit.decide(commitments, idOf('1.2.3.9.12'), (state) => decideCommitment(state, { kept: [], readBack: new Map() }));
        await unit.decide(commitments, idOf('1.2.3.9.12'), (state, context) => beginReport(state, 'its-association', context));
      });
      gateway.time.advance(5_000);
      await settled('1.2.3.9.12', 'CommitmentReported');
      expect(heard('1.2.3.9.12')).toHaveLength(1);
    });

    it('is said again and again to a device that is away, refuses or has no address, with growing pauses, for 72 hours', async () => {
      const begun = gateway.time.clock.now().getTime();
      const outcomes = async () => (await facts('1.2.3.9.13')).flatMap(({ event }) => (event.type === 'ReportFailed' ? [event.data] : []));
      const failures = async (count: number) => waitUntil(async () => (await outcomes()).length === count && outcomes(), `failure ${count}`);
      await deviceAt(1);
      await asked('1.2.3.9.13');
      gateway.time.advance(5_000);
      await failures(1);
      await gateway.siteIs({ devices: [idxa1, prodigy] });
      gateway.time.advance(hour);
      await failures(2);
      await deviceAt(device.server.port);
      device.mood.status = Status.ProcessingFailure;
      gateway.time.advance(hour);
      expect(await failures(3)).toMatchObject([{ why: 'ASSOCIATION_LOST' }, { why: 'NO_ADDRESS' }, { why: 'REFUSED', status: '0110' }]);
      expect(await gateway.study(study, () => true, 'the study')).toMatchObject({ commitments: expect.arrayContaining([expect.objectContaining({ transactionUID: '1.2.3.9.13', state: 'decided', why: 'REFUSED 0110' })]) });
      gateway.time.advance(begun + 72 * hour - gateway.time.clock.now().getTime());
      await settled('1.2.3.9.13', 'ReportGivenUp');
      device.mood.status = Status.Success;
      expect(await ask('1.2.3.9.13', scan.slice(0, 1))).toMatchObject({ result: { committed: scan.slice(0, 1) } });
    });
  });

  it('stands in a list that equals what a rebuild makes of the facts, and its facts are shown to operations', async () => {
    const rows = async () => (await gateway.service.database.pool.query('select * from commitments order by commitment_id')).rows;
    await waitUntil(async () => (await rows()).every(({ due_at: due }) => due === null), 'everything to be reported');
    const before = await rows();
    await gateway.service.store.rebuild('commitments');
    expect(await rows()).toEqual(before);
    expect(before.length).toBeGreaterThan(8);
    expect(await gateway.service.ask({ by: drLee, path: `/operations/streams/commitment-${idOf('1.2.3.9.1')}` })).toMatchObject({ status: 403 });
    const shown = await gateway.service.ask({ by: mrOps, path: `/operations/streams/commitment-${idOf('1.2.3.9.1')}` });
    expect(shown).toMatchObject({ status: 200, body: { events: expect.arrayContaining([expect.objectContaining({ type: 'CommitmentDecided' })]) } });
    expect(JSON.stringify(await facts('1.2.3.9.1'))).not.toMatch(/Okafor|483920/);
  });
});

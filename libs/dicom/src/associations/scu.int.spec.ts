import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@osteon/testing';
import { splitPart10, writePart10 } from '../part10.js';
import { describeWithDCMTK } from '../testing/dcmtk.js';
import { generatedImage } from '../testing/generated-image.js';
import { memoryScp } from '../testing/memory-scp.js';
import { SOPClass, TransferSyntax } from '../uids.table.js';
import { echo } from './echo.js';
import { find } from './find.js';
import { AssociationLost } from './ask.js';
import { AssociationRejected, type Peer } from './peer.js';
import { store } from './store.js';

const at = (port: number, more: Partial<Peer> = {}): Peer => ({
  host: '127.0.0.1',
  port,
  calledAETitle: 'OSTEON',
  callingAETitle: 'IDXA1',
  ...more,
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

describeWithDCMTK('DCMTK as archive', () => {
  it('gets every byte of a data set', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'osteon-archive-'));
    const port = await freePort();
    const archive: ChildProcess = spawn('storescp', ['-aet', 'PACS', '-od', folder, '+B', String(port)]);
    const peer = at(port, { calledAETitle: 'PACS', callingAETitle: 'OSTEON' });
    try {
      await waitUntil(() => echo(peer).then((status) => status === 0), 'the archive');
      const files = [generatedImage('1.2.3.1.1', 300_000), generatedImage('1.2.3.1.2')];
      expect(await store(peer, files)).toEqual([
        { SOPInstanceUID: '1.2.3.1.1', outcome: 'delivered', status: 0 },
        { SOPInstanceUID: '1.2.3.1.2', outcome: 'delivered', status: 0 },
      ]);
      const stored = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name))));
      expect(
        stored.map((file) => splitPart10(file).dataSet.equals(splitPart10(files[stored.indexOf(file)] ?? file).dataSet)),
      ).toEqual([true, true]);
    } finally {
      archive.kill();
      await rm(folder, { recursive: true });
    }
  });
});

describe('sending objects', () => {
  it('tells delivered with a warning, refused and refused by class apart', async () => {
    const statuses: Record<string, number> = { '1.2.3.1.1': 0xb007, '1.2.3.1.2': 0xa700 };
    const handlers = {
      store: ({ SOPInstanceUID, file }: { SOPInstanceUID: string; file: NodeJS.ReadableStream }): Promise<number> => {
        file.resume();
        return Promise.resolve(statuses[SOPInstanceUID] ?? 0);
      },
    };
    const scp = await memoryScp({ handlers });
    const alien = writePart10({ SOPClassUID: '1.2.3.4.5', SOPInstanceUID: '1.2.3.1.3', Modality: 'OT' });
    expect(await store(at(scp.server.port), [generatedImage('1.2.3.1.1'), alien, generatedImage('1.2.3.1.2')])).toEqual([
      { SOPInstanceUID: '1.2.3.1.1', outcome: 'delivered', status: 0xb007 },
      { SOPInstanceUID: '1.2.3.1.3', outcome: 'refused', why: 'class or transfer syntax not accepted' },
      { SOPInstanceUID: '1.2.3.1.2', outcome: 'refused', status: 0xa700, why: '' },
    ]);
    await scp.server.stop();
  });

  it('calls an object uncertain that was sent and not answered, and those after it unsent', async () => {
    let arrived = 0;
    const never = (): Promise<number> => new Promise(() => (arrived += 1));
    const scp = await memoryScp({ handlers: { store: never } });
    const sending = store(at(scp.server.port), [generatedImage('1.2.3.1.1'), generatedImage('1.2.3.1.2')]);
    await waitUntil(() => arrived === 1, 'the first object');
    await scp.server.stop(0);
    expect(await sending).toMatchObject([{ outcome: 'uncertain' }, { outcome: 'unsent' }]);
  });

  it('calls an object uncertain when the peer is silent for too long', async () => {
    const scp = await memoryScp({ handlers: { store: () => new Promise<number>(() => undefined) } });
    expect(await store(at(scp.server.port, { times: { idle: 100 } }), [generatedImage('1.2.3.1.1')])).toMatchObject([
      { outcome: 'uncertain' },
    ]);
    await scp.server.stop(0);
  });

  it('calls everything unsent that never met an association', async () => {
    const scp = await memoryScp();
    expect(await store(at(scp.server.port, { callingAETitle: 'STRANGER' }), [generatedImage('1.2.3.1.1')])).toMatchObject([
      { outcome: 'unsent' },
    ]);
    await scp.server.stop();
    expect(await store(at(scp.server.port), [generatedImage('1.2.3.1.1')])).toMatchObject([{ outcome: 'unsent' }]);
  });

  it('keeps a compressed object as it is', async () => {
    const scp = await memoryScp();
    const { JPEGLosslessFirstOrder } = TransferSyntax;
    const file = writePart10(
      { SOPClassUID: SOPClass.SecondaryCaptureImageStorage, SOPInstanceUID: '1.2.3.1.4', Modality: 'OT' },
      JPEGLosslessFirstOrder,
    );
    expect(await store(at(scp.server.port), [file])).toMatchObject([{ outcome: 'delivered' }]);
    expect(scp.files.get('1.2.3.1.4')).toEqual(file);
    await scp.server.stop();
  });
});

describe('asking', () => {
  it('gets the matches of a worklist query, FF01 included', async () => {
    const identifier = {
      SpecificCharacterSet: 'ISO_IR 192',
      PatientName: '김^희중',
      ScheduledProcedureStepSequence: [{ Modality: 'BMD' }],
    };
    const scp = await memoryScp({
      answers: [
        { status: 0xff01, identifier },
        { status: 0xff00, identifier },
      ],
    });
    expect(await find(at(scp.server.port), { PatientName: '', ScheduledProcedureStepSequence: [{ Modality: '' }] })).toEqual([
      identifier,
      identifier,
    ]);
    await scp.server.stop();
  });

  it('is refused when an answer cannot be written in its character set', async () => {
    const scp = await memoryScp({
      answers: [{ status: 0xff00, identifier: { SpecificCharacterSet: 'ISO_IR 100', PatientName: '김^희중' } }],
    });
    await expect(find(at(scp.server.port), { PatientName: '' })).rejects.toThrow('C000');
    expect(scp.failures).toHaveLength(1);
    await scp.server.stop();
  });

  it('says why there is no association', async () => {
    const scp = await memoryScp();
    await expect(echo(at(scp.server.port, { calledAETitle: 'ELSEWHERE' }))).rejects.toEqual(
      new AssociationRejected({ result: 1, source: 1, reason: 7 }),
    );
    await scp.server.stop();
    await expect(echo(at(scp.server.port))).rejects.toBeInstanceOf(AssociationLost);
  });

  it('finishes what is open when the listener stops, and takes nothing new', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const scp = await memoryScp({ handlers: { echo: () => held.then(() => 0) } });
    const answer = echo(at(scp.server.port));
    await waitUntil(() => scp.admitted.length === 1, 'the association');
    const stopped = scp.server.stop();
    await expect(echo(at(scp.server.port))).rejects.toBeInstanceOf(AssociationLost);
    letGo();
    expect(await answer).toBe(0);
    await stopped;
  });
});

import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readlink, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { waitUntil } from '@osteon/testing';
import { encodeKeywords } from '../keywords/encode-keywords.js';
import { memoryScp, type MemoryScp } from '../testing/memory-scp.js';
import { abortRequest, associateRequest, dataOf, fragment, RawPeer, releaseRequest } from '../testing/raw-peer.js';
import { SOPClass, TransferSyntax } from '../uids.table.js';

const ASSOCIATE_AC = 2;
const DATA = 4;
const RELEASE_RP = 6;
const ABORT = 7;

const command = (keywords: Record<string, string | number>): Buffer => {
  const body = encodeKeywords(keywords, TransferSyntax.ImplicitVRLittleEndian);
  return Buffer.concat([encodeKeywords({ CommandGroupLength: body.length }, TransferSyntax.ImplicitVRLittleEndian), body]);
};

const storeCommand = command({
  AffectedSOPClassUID: SOPClass.ComputedRadiographyImageStorage,
  CommandField: 0x0001,
  MessageID: 1,
  Priority: 0,
  CommandDataSetType: 0x0102,
  AffectedSOPInstanceUID: '1.2.3.9',
});

const findCommand = (messageId: number): Buffer =>
  command({
    AffectedSOPClassUID: SOPClass.ModalityWorklistInformationModelFind,
    CommandField: 0x0020,
    MessageID: messageId,
    Priority: 0,
    CommandDataSetType: 0x0102,
  });

const cancelCommand = (messageId: number): Buffer =>
  command({ CommandField: 0x0fff, MessageIDBeingRespondedTo: messageId, CommandDataSetType: 0x0101 });

const openDescriptors = async (folder: string): Promise<number> => {
  const links = await Promise.all((await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return links.filter((link) => link.startsWith(folder)).length;
};

describe('a peer that does not keep to the rules', () => {
  let scp: MemoryScp;
  let peer: RawPeer;
  afterEach(async () => {
    peer.socket.destroy();
    await scp.server.stop(0);
  });

  const open = async (abstractSyntax: string, transferSyntax: string = TransferSyntax.ImplicitVRLittleEndian): Promise<void> => {
    peer = await RawPeer.connect(scp.server.port);
    peer.say(associateRequest(abstractSyntax, transferSyntax));
    await waitUntil(() => peer.types.includes(ASSOCIATE_AC), 'the association');
  };

  it('is closed when it says nothing', async () => {
    scp = await memoryScp({ limits: { artim: 60 } });
    peer = await RawPeer.connect(scp.server.port);
    await peer.closed;
    await waitUntil(() => scp.server.associations === 0, 'no association');
  });

  it('is aborted when an open association falls silent, even in the middle of an object', async () => {
    scp = await memoryScp({ limits: { idle: 80, artim: 40 } });
    await open(SOPClass.ComputedRadiographyImageStorage);
    peer.say(dataOf(fragment(3, storeCommand)), dataOf(fragment(0, Buffer.alloc(1000))));
    await peer.closed;
    expect(peer.types).toEqual([ASSOCIATE_AC, ABORT]);
    await waitUntil(() => scp.endings[0] === 'aborted', 'the end');
    expect(scp.files.size).toBe(0);
  });

  it.each([
    ['an unknown PDU', Buffer.of(99, 0, 0, 0, 0, 0)],
    ['a PDU longer than may be', Buffer.of(4, 0, 0x7f, 0xff, 0xff, 0xff)],
    ['an association request longer than may be', Buffer.of(1, 0, 0x7f, 0xff, 0xff, 0xff)],
    ['data before an association', dataOf(fragment(3, storeCommand))],
    ['a maximum PDU length of six bytes', associateRequest(SOPClass.Verification, TransferSyntax.ImplicitVRLittleEndian, 6)],
    ['noise', Buffer.from('GET / HTTP/1.1\r\nHost: osteon\r\n\r\n')],
  ])('is aborted for %s', async (_what, bytes) => {
    scp = await memoryScp({ limits: { artim: 200 } });
    peer = await RawPeer.connect(scp.server.port);
    peer.say(bytes);
    await peer.closed;
    expect(peer.types).toEqual([ABORT]);
  });

  it('is aborted for data on a context that was not accepted', async () => {
    scp = await memoryScp({ limits: { artim: 200 } });
    await open(SOPClass.Verification);
    peer.say(dataOf(fragment(3, storeCommand, 77)));
    await peer.closed;
    expect(peer.types).toEqual([ASSOCIATE_AC, ABORT]);
  });

  it('leaves no file and no descriptor when it aborts, or is gone, in the middle of an object', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'osteon-store-'));
    const toFolder = async ({
      SOPInstanceUID,
      file,
    }: {
      SOPInstanceUID: string;
      file: NodeJS.ReadableStream;
    }): Promise<number> => {
      const part = join(folder, `${SOPInstanceUID}.part`);
      try {
        await pipeline(file, createWriteStream(part));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      await rename(part, join(folder, SOPInstanceUID));
      return 0;
    };
    scp = await memoryScp({ limits: { artim: 200 }, handlers: { store: toFolder } });
    for (const last of [abortRequest, releaseRequest, Buffer.alloc(0)]) {
      await open(SOPClass.ComputedRadiographyImageStorage);
      peer.say(dataOf(fragment(3, storeCommand)), dataOf(fragment(0, Buffer.alloc(8000))));
      peer.say(last);
      if (last.length === 0) peer.socket.destroy();
      if (last === releaseRequest) peer.socket.end();
      await peer.closed;
    }
    await waitUntil(() => scp.endings.length === 3, 'three ends');
    await waitUntil(async () => (await openDescriptors(folder)) === 0, 'all descriptors closed');
    await waitUntil(async () => (await readdir(folder)).length === 0, 'no file left behind');
    expect(scp.failures).toHaveLength(3);
    await rm(folder, { recursive: true });
  });

  it('may put command and data set into one PDU, in several fragments', async () => {
    scp = await memoryScp();
    await open(SOPClass.ComputedRadiographyImageStorage);
    const bytes = encodeKeywords(
      { SOPInstanceUID: '1.2.3.9', PixelData: new Uint8Array(60_000).fill(7) },
      TransferSyntax.ImplicitVRLittleEndian,
    );
    peer.say(
      dataOf(
        fragment(1, storeCommand.subarray(0, 30)),
        fragment(3, storeCommand.subarray(30)),
        fragment(0, bytes.subarray(0, 101)),
        fragment(0, bytes.subarray(101, 50_000)),
        fragment(2, bytes.subarray(50_000)),
      ),
      releaseRequest,
    );
    await waitUntil(() => peer.types.includes(RELEASE_RP), 'the release');
    expect(scp.files.get('1.2.3.9')?.subarray(-bytes.length)).toEqual(bytes);
  });

  it('is answered with a failure when the store fails, and can go on', async () => {
    scp = await memoryScp({ handlers: { store: () => Promise.reject(new Error('disk full')) } });
    await open(SOPClass.ComputedRadiographyImageStorage);
    peer.say(dataOf(fragment(3, storeCommand), fragment(2, Buffer.alloc(2000))));
    await waitUntil(() => peer.types.includes(DATA), 'the answer');
    expect(peer.pdus.at(-1)?.includes(Buffer.of(0x00, 0x00, 0x00, 0x09, 0x02, 0x00, 0x00, 0x00, 0x10, 0x01))).toBe(true);
    expect(scp.failures).toHaveLength(1);
  });

  it('can cancel a query while it is answered', async () => {
    let given = 0;
    const endless = async function* (): AsyncGenerator<{ status: number; identifier: Record<string, string> }> {
      for (;;) yield { status: 0xff00, identifier: { PatientID: `P-${(given += 1)}` } };
    };
    scp = await memoryScp({ handlers: { find: endless } });
    await open(SOPClass.ModalityWorklistInformationModelFind);
    peer.say(dataOf(fragment(3, findCommand(5)), fragment(2, Buffer.alloc(0))));
    await waitUntil(() => peer.pdus.length > 20, 'some answers');
    peer.say(dataOf(fragment(3, cancelCommand(5))));
    await waitUntil(() => peer.pdus.at(-1)?.includes(Buffer.of(0x00, 0xfe)), 'the last answer FE00');
    const then = given;
    peer.say(releaseRequest);
    await waitUntil(() => peer.types.includes(RELEASE_RP), 'the release');
    expect(given).toBe(then);
  });
});

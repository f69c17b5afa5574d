import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { z } from 'zod';
import { folderObjectStore } from './folder.js';
import { ObjectAbsent, type ObjectStore } from './object-store.js';

const scan = Buffer.from('the bytes of exam A1');
const sha256 = createHash('sha256').update(scan).digest('hex');
const key = `reading/${sha256}`;

describe('an object store in a folder', () => {
  let root: string;
  let store: ObjectStore;

  const unfinished = () => readdir(join(root, '.unfinished'));
  const kept = async () => (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'osteon-objects-'));
    store = await folderObjectStore(root);
  });
  afterEach(() => rm(root, { recursive: true }));

  it('keeps bytes under their hash and gives them back', async () => {
    expect(await store.put('reading', scan, 'application/dicom')).toEqual({
      key,
      size: scan.length,
      mediaType: 'application/dicom',
    });
    expect(await store.get(key)).toEqual(scan);
    expect(await store.has(key)).toBe(true);
    expect(await unfinished()).toEqual([]);
  });

  it('hashes a stream while it writes', async () => {
    const ref = await store.put('reading', Readable.from([scan.subarray(0, 5), scan.subarray(5)]), 'application/dicom');
    expect(ref).toEqual({ key, size: scan.length, mediaType: 'application/dicom' });
    expect(await store.get(key)).toEqual(scan);
  });

  it('keeps the same content once, also when it comes from several at a time', async () => {
    await Promise.all([1, 2, 3, 4].map(() => store.put('reading', scan, 'application/dicom')));
    expect(await kept()).toHaveLength(1);
  });

  it('leaves nothing of a stream that its sender aborts', async () => {
    const source = new PassThrough();
    const put = store.put('reading', source, 'application/dicom');
    source.write(scan);
    source.destroy();
    await expect(put).rejects.toThrow();
    expect(await kept()).toEqual([]);
  });

  it('leaves nothing of a stream that fails, and says why', async () => {
    const put = store.put(
      'reading',
      new Readable({
        read() {
          this.destroy(new Error('line cut'));
        },
      }),
      'application/dicom',
    );
    await expect(put).rejects.toThrow('line cut');
    expect(await kept()).toEqual([]);
  });

  it('says that an object is absent', async () => {
    await expect(store.get(key)).rejects.toThrow(ObjectAbsent);
    await expect(store.stream(key)).rejects.toThrow(ObjectAbsent);
    expect(await store.has(key)).toBe(false);
    expect(await store.verify(key)).toBe(false);
  });

  it('finds out that bytes have changed on the disk, and heals when they come again', async () => {
    await store.put('reading', scan, 'application/dicom');
    expect(await store.verify(key)).toBe(true);
    await writeFile(join(root, 'reading', sha256.slice(0, 2), sha256), 'the bytes of exam B2');
    expect(await store.verify(key)).toBe(false);
    await store.put('reading', scan, 'application/dicom');
    expect(await store.verify(key)).toBe(true);
  });

  it.each([
    '../secret',
    `reading/../${sha256}`,
    `reading/${sha256}\0`,
    `Reading/${sha256}`,
    'reading/abc',
    `/${sha256}`,
    `reading/${sha256}/x`,
    `reading/${sha256}\n`,
  ])('opens nothing outside its keys: %j', async (foreign) => {
    await expect(store.get(foreign)).rejects.toThrow('not a key of the object store');
    await expect(store.has(foreign)).rejects.toThrow('not a key of the object store');
    await expect(store.verify(foreign)).rejects.toThrow('not a key of the object store');
  });

  it('writes for nobody but a service', async () => {
    await expect(store.put('../reading', scan, 'text/plain')).rejects.toThrow('not the name of a service');
    expect(await kept()).toEqual([]);
  });

  it('sweeps what a crash left unfinished, but not what another process still writes', async () => {
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await writeFile(join(root, '.unfinished', 'old.part'), 'half a scan');
    await utimes(join(root, '.unfinished', 'old.part'), longAgo, longAgo);
    await writeFile(join(root, '.unfinished', 'fresh.part'), 'half a scan');
    await folderObjectStore(root);
    expect(await unfinished()).toEqual(['fresh.part']);
  });

  it('keeps equal documents under one key whatever the order of their fields', async () => {
    const review = z.object({ examId: z.string(), comment: z.string() });
    const one = await store.putJson('reading', review, { examId: 'A1', comment: 'no change' });
    const two = await store.putJson('reading', review, { comment: 'no change', examId: 'A1' });
    expect(two).toEqual(one);
    expect(await store.getJson(one.key, review)).toEqual({ examId: 'A1', comment: 'no change' });
    await expect(store.getJson(one.key, z.object({ reportId: z.string() }))).rejects.toThrow(z.ZodError);
    expect((await readFile(join(root, 'reading', one.key.slice(8, 10), one.key.slice(8)))).toString()).toBe(
      '{"examId":"A1","comment":"no change"}',
    );
  });
});

import { join } from 'node:path';
import { readResults } from './read-results.js';
import { ReaderNotStarted, startReader } from './start-reader.js';
import { readHere } from './testing/read-here.js';
import { imageWith, roi, xmlOf } from './testing/console.js';

const image = imageWith(xmlOf('Left Femur', roi('Neck', { BMD: '0.712', BMD_TSCORE: '-2.3' })), { ProtocolName: 'Left Femur' });

describe('a reader in a thread of its own', () => {
  test('gives what a reader here gives', async () => {
    const reader = startReader();
    expect(await readResults([image], reader)).toEqual(await readHere([image]));
    await reader.end();
  });

  test('is ended where an object takes longer than it may, and reads the next one', async () => {
    const slow = startReader({ objectMs: 1 });
    const { studies } = await readResults([{ ...image, studyInstanceUID: '1.2.3' }], slow);
    expect(studies[0]?.problems).toEqual([
      { code: 'UNREADABLE', detail: 'not read within 1 ms', sopInstanceUID: '1.2.3.1' },
      { code: 'NO_RESULTS' },
    ]);
    await slow.end();
  });

  test('that cannot begin is told as that, and never as a damaged object', async () => {
    const broken = startReader({}, join(import.meta.dirname, 'no-such-reader.mjs'));
    await expect(readResults([image], broken)).rejects.toThrow(/reader has not started: .*no-such-reader/);
    await expect(readResults([image], broken)).rejects.toThrow(ReaderNotStarted);
    await broken.end();
  });

  test('that has no memory left costs its object alone', async () => {
    const small = startReader({ workerMegabytes: 32 }, join(import.meta.dirname, 'testing', 'greedy-thread.mjs'));
    const { studies } = await readResults([image], small);
    expect(studies[0]?.problems).toEqual([
      { code: 'UNREADABLE', detail: 'reader ended: out of memory, or broken', sopInstanceUID: '1.2.3.1' },
      { code: 'NO_RESULTS' },
    ]);
    await small.end();
  });
});

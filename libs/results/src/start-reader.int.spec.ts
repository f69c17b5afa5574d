import { readResults } from './read-results.js';
import { startReader } from './start-reader.js';
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

  test('that has no memory left costs its object alone', async () => {
    const small = startReader({ workerMegabytes: 4 });
    expect((await readResults([image], small)).studies[0]?.problems.map(({ code }) => code)).toEqual([
      'UNREADABLE',
      'NO_RESULTS',
    ]);
    await small.end();
  });
});

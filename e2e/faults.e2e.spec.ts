import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { demoPorts } from '@osteon/local/platform';
import { describeWith } from './src/peers/installed.js';

jest.setTimeout(600_000);

/** One strike of each sort that takes little time; `npm run faults` has all of them. */
const cells = [
  'kill kafka sign',
  'relay reporting sign',
  'full objects store',
  'clock an hour back sign',
  'copies modality-gateway store',
  'reorder pacs store',
];

describeWith(['Orthanc'], 'a platform that is struck', () => {
  let child: ChildProcess | undefined;
  /** Asked to end it counts what it has, and ends what it has started. */
  afterAll(async () => {
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }, 120_000);

  it('loses nothing, repeats nothing outside and comes back by itself', async () => {
    const home = join(tmpdir(), `osteon-struck-${process.pid}`);
    const command = join(import.meta.dirname, '../tools/faults/dist/faults.main.js');
    const env = { ...process.env, ...demoPorts(Number(process.env['OSTEON_E2E_STRUCK_PORT'])), NODE_OPTIONS: '', OSTEON_HOME: home };
    const striking = spawn(process.execPath, [command, '--seed', '11', '--strikes', String(cells.length), '--only', cells.join(',')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(striking, 'exit');
    child = striking;
    const told = (await Promise.all([text(striking.stdout), text(striking.stderr)])).join('\n');
    const [code] = await ended;
    rmSync(home, { recursive: true, force: true });
    expect({ code, told: code === 0 ? '' : told }).toEqual({ code: 0, told: '' });
    expect(told.split('\n').filter((line) => line.includes(': whole after ') || line.includes('left out: '))).toHaveLength(cells.length);
  });
});

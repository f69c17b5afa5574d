import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOnce } from './child.js';

describe('a program of the platform', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'osteon-child-'));
    writeFileSync(join(folder, 'talks.mjs'), `console.log('said'); console.error('and complained');`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const running = (log: string) => runOnce({ name: 'talks', script: join(folder, 'talks.mjs'), env: process.env, log, say: () => undefined }, []);

  it('has all that it says in its log', async () => {
    const log = join(folder, 'logs/talks.log');
    await running(log);
    expect(readFileSync(log, 'utf8')).toContain('said\n');
    expect(readFileSync(log, 'utf8')).toContain('and complained\n');
  });

  it('goes on where its log takes nothing, as on a full disk', async () => {
    await expect(running(folder)).resolves.toBeUndefined();
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..');

/** The short form of a measurement that brings its own platform, as a command. */
const benched = async (name: string): Promise<string> => {
  const { PATH, HOME } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, `bench/dist/${name}/${name}.main.js`), '--short'], { cwd: root, env: { PATH, HOME }, timeout: 170_000 });
  return stdout;
};

/** The cells of each row whose first cell says this. */
const rowsOf = (stdout: string, what: RegExp): string[][] =>
  stdout
    .split('\n')
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
    .filter(([first = '']) => what.test(first));

/** Nothing but figures beside the name: nothing was left out or divided by nothing. */
const isMeasured = ([, ...cells]: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => /^[\d,.]+$/.test(cell));

describe('the measurements of the whole platform', () => {
  test('say how long people and peers wait, and what the platform takes', async () => {
    const told = await benched('latency');
    const waits = rowsOf(told, /^(order to worklist|last image to reading list|signature to acknowledgement), 60 exams/);
    expect(waits.map(isMeasured)).toEqual([true, true, true]);
    const parts = rowsOf(told, /^(scheduling|modality-gateway|reading|reporting|delivery|ingress and sign-in|Postgres|Kafka|all of it)$/);
    expect(parts.map(([part, memory]) => [part, Number(memory?.replaceAll(',', '')) > 20])).toEqual(
      ['scheduling', 'modality-gateway', 'reading', 'reporting', 'delivery', 'ingress and sign-in', 'Postgres', 'Kafka', 'all of it'].map((part) => [part, true]),
    );
  }, 180_000);

  test('store files with an empty database and with registered instances', async () => {
    const told = await benched('store');
    expect(rowsOf(told, /^[18] associations?, files a second$/).map(isMeasured)).toEqual([true, true]);
    // Seven facts of each of 100 studies, and those of what was sent before.
    expect(told).toMatch(/acquisitions: 7\d\d facts/);
    expect(told).toContain('400 registered');
  }, 180_000);
});

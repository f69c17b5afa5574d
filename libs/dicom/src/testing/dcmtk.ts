import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a DCMTK program said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

const isInstalled = spawnSync('storescu', ['--version']).status === 0;

/** The tests that need DCMTK; where it is missing they are left out, aloud, unless OSTEON_REQUIRE_PEERS=1 wants them to fail. */
export const describeWithDCMTK = (name: string, tests: () => void): void => {
  if (isInstalled || process.env['OSTEON_REQUIRE_PEERS'] === '1') return describe(name, tests);
  process.stderr.write(`left out, as DCMTK is not installed (apt-get install dcmtk): ${name}\n`);
  describe.skip(name, tests);
};

/** Runs a DCMTK program to its end. */
export const dcmtk = (program: string, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args);
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });

/** Runs with files in a folder that is gone afterwards. */
export const withFiles = async <T>(
  files: Readonly<Record<string, Uint8Array>>,
  work: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'osteon-dicom-'));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a DCMTK program said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

const isInstalled = spawnSync('findscu', ['--version']).status === 0;

/** Tests that need DCMTK; where it is missing they are left out, aloud, unless OSTEON_REQUIRE_PEERS=1 wants them to fail. */
export const itWithDcmtk = (name: string, test: () => Promise<void>): void => {
  if (isInstalled || process.env['OSTEON_REQUIRE_PEERS'] === '1') return it(name, test);
  process.stderr.write(`left out, as DCMTK is not installed (apt-get install dcmtk): ${name}\n`);
  it.skip(name, test);
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
export const withFiles = async <T>(files: readonly Uint8Array[], work: (folder: string, paths: readonly string[]) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'osteon-gateway-'));
  try {
    const paths = files.map((_, at) => join(folder, `${at}.dcm`));
    for (const [at, path] of paths.entries()) await writeFile(path, files[at] ?? Buffer.of());
    return await work(folder, paths);
  } finally {
    await rm(folder, { recursive: true });
  }
};

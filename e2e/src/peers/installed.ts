import { existsSync } from 'node:fs';

const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];

/** Foreign programs of the story, and the Debian package of each. */
const packages = { findscu: 'dcmtk', storescu: 'dcmtk', Orthanc: 'orthanc', chromium: 'chromium' } as const;

export type PeerProgram = keyof typeof packages;

/** The path of an installed program; undefined where it is missing. */
export const pathOf = (program: string): string | undefined => folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path));

/** Tests that need foreign programs: where one is missing they are left out, aloud, unless OSTEON_REQUIRE_PEERS=1 wants them to fail. */
export const describeWith = (programs: readonly PeerProgram[], name: string, tests: () => void): void => {
  const missing = [...new Set(programs.filter((program) => pathOf(program) === undefined).map((program) => packages[program]))];
  if (missing.length === 0 || process.env['OSTEON_REQUIRE_PEERS'] === '1') return describe(name, tests);
  process.stderr.write(`left out, as ${missing.join(' and ')} is not installed (apt-get install ${missing.join(' ')}): ${name}\n`);
  describe.skip(name, tests);
};

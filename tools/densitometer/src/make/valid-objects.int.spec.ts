import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudies, writeStudy } from './make-studies.js';

const isInstalled = spawnSync('dcmdump', ['--version']).status === 0;
const withDCMTK = isInstalled || process.env['OSTEON_REQUIRE_PEERS'] === '1' ? describe : describe.skip;
if (!isInstalled)
  process.stderr.write(
    'left out, as DCMTK is not installed (apt-get install dcmtk): objects of the densitometer as DCMTK reads them\n',
  );

/** DCMTK cannot check names in every character set, and says so. */
const complaints = (stderr: string): string =>
  stderr.replaceAll(/^W: The VR checker does not support this Specific Character Set: .*\n/gm, '');

withDCMTK('objects of the densitometer as DCMTK reads them', () => {
  let folder: string;
  const files: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osteon-densitometer-'));
    const dialects = new Set<string>();
    for await (const study of makeStudies({ studies: 40, seed: 7 })) {
      if (study.fault !== undefined || dialects.has(study.exam.console.dialect)) continue;
      dialects.add(study.exam.console.dialect);
      await writeStudy(folder, study);
    }
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries)
      if (entry.isFile() && !/\.(json|CSV)$/.test(entry.name)) files.push(join(entry.parentPath, entry.name));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read without an error or a warning, each of its dialect', () => {
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const { status, stderr } = spawnSync('dcmdump', ['-q', file], { encoding: 'utf8' });
      expect({ file, status, stderr }).toEqual({ file, status: 0, stderr: '' });
    }
  });

  it('have reports that dsrdump understands', () => {
    const reports = files.filter((file) => file.endsWith('STR00000'));
    expect(reports.length).toBeGreaterThan(1);
    const said = reports.map((file) => spawnSync('dsrdump', [file], { encoding: 'utf8' }));
    for (const { status, stderr } of said) expect({ status, stderr: complaints(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(
      said.some(({ stdout }) => /CONTAINER:\(,,"Neck Left"\)[^]*NUM:\(,,"BMD"\)[^]*TEXT:\(,,"BMD_TSCORE"\)/.test(stdout)),
    ).toBe(true);
  });
});

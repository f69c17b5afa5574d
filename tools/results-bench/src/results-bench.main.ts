import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readerHere, startReader } from '@osteon/results';
import { readPublished, readSamples } from './fixtures.js';
import { generatedIn, type Generated } from './generated.js';
import { readGenerated } from './read-generated.js';
import { readPathsBy } from './read-paths.js';
import { percentile, sumsOf, tableOf, wrongLines, type Found } from './table.js';
import { growthByLargeStudy, timeStudy } from './time-readers.js';

const root = join(import.meta.dirname, '../../..');

const { values } = parseArgs({
  options: {
    studies: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '7' },
    /** Of pages in pixels at most so many are read. */
    pages: { type: 'string', default: '100' },
    samples: { type: 'string', default: join(root, '../shared/samples/dicom-ge-idxa') },
  },
});

const folder = join(root, '.osteon/bench', `studies-${values.studies}-${values.seed}`);

const make = (): void => {
  if (existsSync(folder)) return;
  const generator = join(root, 'tools/densitometer/dist/densitometer.main.js');
  const { status } = spawnSync(
    process.execPath,
    [generator, 'make', '--studies', values.studies, '--seed', values.seed, '--to', folder],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error('the densitometer has made no studies');
};

const isPage = ({ truth }: Generated): boolean => truth.dialect.startsWith('page-');
const isText = ({ truth }: Generated): boolean => truth.dialect === 'norland-csv';

const timesOf = async (studies: readonly Generated[]): Promise<number[]> => {
  const times: number[] = [];
  const reader = readerHere();
  for (const { parts } of studies) times.push(await timeStudy(parts, reader));
  await reader.end();
  return times;
};

const timeLine = (name: string, times: readonly number[]): string =>
  `| ${name} | ${times.length} | ${percentile(times, 50).toFixed(1)} | ${percentile(times, 95).toFixed(1)} | ${Math.max(0, ...times).toFixed(1)} |`;

const speedText = async (studies: readonly Generated[]): Promise<string> => {
  const growth = await growthByLargeStudy();
  const plain = studies.filter((one) => !isPage(one) && !isText(one));
  const lines: string[] = [];
  const all: number[] = [];
  for (const dialect of [...new Set(plain.map(({ truth }) => truth.dialect))].toSorted()) {
    const times = await timesOf(plain.filter(({ truth }) => truth.dialect === dialect));
    lines.push(timeLine(dialect, times));
    all.push(...times);
  }
  return [
    '| files in memory, one thread | studies | median ms | p95 ms | longest ms |',
    '|---|---:|---:|---:|---:|',
    ...lines,
    timeLine('all', all),
    '',
    `A study of 1 GiB of images, handed over one by one, raises resident memory by ${growth.toFixed(0)} MiB at its highest; the process had ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at its peak over all studies.`,
  ].join('\n');
};

const shown = (all: readonly Found[], published: readonly Found[], samples: readonly Found[], speed: string): string => {
  const sound = all.filter(({ fault }) => fault === undefined);
  const faulty = all.filter(({ fault }) => fault !== undefined);
  return [
    `${values.studies} studies of seed ${values.seed}, Node ${process.version.slice(1)}, ${cpus().length} cores`,
    '',
    tableOf('generated, nothing wrong', sound, ({ dialect }) => dialect),
    '',
    tableOf('generated, with a fault', faulty, ({ fault }) => fault ?? ''),
    '',
    tableOf('generated, with a fault, by dialect', faulty, ({ dialect }) => dialect),
    '',
    tableOf('typed by hand from public sources', published, ({ dialect }) => dialect),
    '',
    samples.length === 0
      ? 'Real images: the folder with samples is missing, none read.'
      : tableOf('real files', samples, ({ dialect }) => dialect),
    '',
    speed,
  ].join('\n');
};

make();
const studies = await generatedIn(folder, Number(values.pages));
const speed = await speedText(studies);
const reader = startReader();
const readPaths = readPathsBy(reader);
const found = await readGenerated(studies, readPaths, (done) => process.stderr.write(`${done} of ${studies.length}\n`));
const published = await readPublished(readPaths);
const samples = await readSamples(values.samples, readPaths);
await reader.end();
const all = [...found, ...published, ...samples];
console.log(shown(found, published, samples, speed));
const out = join(root, '.osteon/bench/results');
await mkdir(out, { recursive: true });
await writeFile(join(out, 'wrong.txt'), `${wrongLines(all).join('\n')}\n`);
await writeFile(
  join(out, 'withheld.txt'),
  `${found.flatMap(({ study, dialect, fault = '', outcome }) => outcome.withheld.map((at) => `${study} ${dialect} ${fault}: ${at}`)).join('\n')}\n`,
);
console.log(`\nEvery wrong value: .osteon/bench/results/wrong.txt, every one withheld beside it.`);
if (sumsOf(all).wrong > 0) process.exitCode = 1;

import { readKeywords, SOPClass, textOf, type Keywords } from '@osteon/dicom';
import { readGeSr } from '../ge-sr.js';
import { readGeXml } from '../ge-xml.js';
import { readOlderGeXml } from '../ge-xml-older.js';
import { readHologic } from '../hologic.js';
import type { ObjectRead } from '../object-read.js';
import { readPdfText } from '../pdf-text.js';
import { readObject } from '../read-object.js';
import { readGenericSr } from '../sr-generic.js';
import { contentTree } from '../sr-tree.js';
import { nothing, together, type Findings } from '../study.js';
import type { Chance } from './chance.js';
import { mutateBytes, mutateKeywords, mutateText } from './mutate.js';
import { seeds } from './seeds.js';

/** What is fuzzed: makes an input of its seeds and has it read. */
export interface Target {
  readonly name: string;
  /** How often it is taken, beside the others. */
  readonly weight: number;
  run(chance: Chance): Promise<readonly ObjectRead[]>;
}

const place = { sopInstanceUID: '1.2.3', studyDate: '2026-03-02', protocol: { site: 'hip', side: 'left' } } as const;

const found = (findings: Findings): readonly ObjectRead[] => [
  { sopInstanceUID: '1.2.3', header: {}, about: { kind: 'other' }, findings, isPage: false },
];

const ofText = (name: string, texts: readonly string[], read: (text: string) => Findings): Target => ({
  name,
  weight: 40,
  run: (chance) => Promise.resolve(found(read(mutateText(chance.pick(texts), chance)))),
});

const reports = seeds.files
  .map((file) => readKeywords(file, { until: 'PixelData' }))
  .filter((keywords) => keywords['ContentSequence']);

const readTree = (sr: Keywords): Findings => {
  const tree = contentTree(sr);
  return tree === undefined ? nothing : together([readGeSr(tree, place), readGenericSr(tree, place)]);
};

/** The DICOM parser with every reader behind it, and each reader by itself, where most changes get past the parser. */
export const targets: readonly Target[] = [
  { name: 'dicom', weight: 40, run: (chance) => readObject('1.2.3', mutateBytes(chance.pick(seeds.files), chance)) },
  {
    name: 'sr',
    weight: 40,
    run: (chance) => Promise.resolve(found(readTree(mutateKeywords(mutateKeywords(chance.pick(reports), chance), chance)))),
  },
  ofText('ge-xml', seeds.geXml, (text) => readGeXml(text, place)),
  ofText('ge-xml-older', seeds.olderGeXml, (text) => readOlderGeXml(text, place)),
  ofText('hologic', seeds.hologic, (text) => readHologic({ '00190010': 'HOLOGIC', '00191000': text, PatientSex: 'F' }, place)),
  { name: 'csv', weight: 40, run: (chance) => readObject('1.2.3', Buffer.from(mutateText(chance.pick(seeds.csv), chance))) },
  {
    name: 'pdf',
    weight: 1,
    run: async (chance) => {
      const EncapsulatedDocument = Buffer.from(mutateText(seeds.pdf, chance), 'latin1');
      return found(await readPdfText({ SOPClassUID: SOPClass.EncapsulatedPDFStorage, EncapsulatedDocument }, place));
    },
  },
];

/** The targets, each as often as it weighs. */
export const weightedTargets = targets.flatMap((target) => Array.from({ length: target.weight }, () => target));

/** What must hold of whatever was read: finite numbers, each with where it came from. */
export const faultIn = (reads: readonly ObjectRead[]): string | undefined => {
  for (const { findings, header } of reads) {
    const rows = findings.rows.find(
      ({ values, source }) => source.at === '' || Object.values(values).some(({ value }) => !Number.isFinite(value)),
    );
    if (rows !== undefined) return `row ${rows.region}`;
    if (
      findings.trends.some(({ points }) =>
        points.some(({ date, bmd }) => !/^\d{4}-\d\d-\d\d$/.test(date) || !Number.isFinite(bmd)),
      )
    )
      return 'trend';
    if (textOf(header, 'StudyInstanceUID') === '') return 'header';
  }
  return undefined;
};

import { SOPClass, writePart10, type Keywords } from '@osteon/dicom';
import { readdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './compare.js';
import { publishedFixtures, type PublishedFixture } from './published.table.js';
import type { ReadPaths } from './read-paths.js';
import type { Found } from './table.js';
import type { Truth } from './truth.js';

const objectOf = ({ keywords }: PublishedFixture, number: number): Keywords => ({
  SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
  SOPInstanceUID: `2.25.77001${number}`,
  StudyInstanceUID: `2.25.77002${number}`,
  SeriesInstanceUID: `2.25.77003${number}`,
  ...keywords,
});

const truthOf = ({ scans }: PublishedFixture): Truth => ({
  dialect: 'published',
  isRefused: false,
  withheld: [],
  studies: [{ scans: [...scans] }],
});

/** Numbers typed by hand from public sources: nobody here has made them. */
export const readPublished = async (readPaths: ReadPaths): Promise<Found[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'osteon-published-'));
  try {
    const found: Found[] = [];
    for (const [at, fixture] of publishedFixtures.entries()) {
      const path = join(folder, `${at}.dcm`);
      await writeFile(path, writePart10(objectOf(fixture, at)));
      const given = await readPaths([path]);
      found.push({
        study: fixture.source,
        dialect: fixture.name,
        outcome: compare(truthOf(fixture), given ?? []),
        hasFailed: given === null,
      });
    }
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Real images without numbers, where the folder exists: whatever is given of them is wrong. */
export const readSamples = async (folder: string, readPaths: ReadPaths): Promise<Found[]> => {
  const names = await readdir(folder).catch(() => []);
  const found: Found[] = [];
  for (const name of names.filter((one) => one.endsWith('.dcm')).toSorted()) {
    const given = await readPaths([join(folder, name)]);
    const truth: Truth = { dialect: 'real', isRefused: true, withheld: [], studies: [{ scans: [] }] };
    found.push({
      study: name,
      dialect: 'real images without numbers',
      outcome: compare(truth, given ?? []),
      hasFailed: given === null,
    });
  }
  return found;
};

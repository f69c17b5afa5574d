import { readFileSync } from 'node:fs';
import { describeWithSamples, sample } from '../../dicom/src/testing/samples.js';
import { readHere } from './testing/read-here.js';

describeWithSamples('images of a real iDXA, which have no numbers', () => {
  const names = ['ap-spine', 'left-femur', 'lateral-spine-lva'];
  const objects = names.map((name) => ({
    sopInstanceUID: name,
    bytes: () => Promise.resolve(readFileSync(sample(`dicom-ge-idxa/${name}.dcm`))),
  }));

  test('say so, with site and side by their protocol and the scanner by its serial', async () => {
    const { studies } = await readHere(objects);
    expect(studies.flatMap(({ objects: found }) => found.map(({ kind, site, side }) => [kind, site, side]))).toEqual([
      ['image', 'lumbar-spine', undefined],
      ['image', 'hip', 'left'],
      ['image', 'lateral-spine', undefined],
    ]);
    expect(studies.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(studies.map(() => 'NO_RESULTS'));
    expect(
      studies.every(
        ({ scanner, header }) => /iDXA/.test(scanner.model ?? '') && scanner.serial !== undefined && (header.heightCm ?? 0) > 100,
      ),
    ).toBe(true);
  });
});

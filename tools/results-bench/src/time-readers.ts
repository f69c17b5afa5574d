import { readerHere, readResults, type ObjectReader } from '@osteon/results';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePart10, SOPClass } from '@osteon/dicom';

/** Milliseconds that the readers take for one study whose files are in memory. */
export const timeStudy = async (parts: readonly string[], reader: ObjectReader): Promise<number> => {
  const objects = [];
  for (const part of parts)
    for (const name of (await readdir(part)).toSorted())
      objects.push({ sopInstanceUID: name, bytes: new Uint8Array(await readFile(join(part, name))) });
  const began = performance.now();
  await readResults(objects, reader);
  return performance.now() - began;
};

const MiB = 2 ** 20;

/** By how many MiB a study of 1 GiB of images, handed over one by one, raises the memory of the process at its highest. */
export const growthByLargeStudy = async (): Promise<number> => {
  const pixels = new Uint8Array(4 * MiB).fill(60);
  const image = (number: number): Uint8Array =>
    writePart10({
      ...{ SOPClassUID: SOPClass.ComputedRadiographyImageStorage, SOPInstanceUID: `1.2.826.0.1.3680043.10.1.${number}` },
      ...{
        StudyInstanceUID: '1.2.826.0.1.3680043.10.2',
        Modality: 'CR',
        Manufacturer: 'GE Healthcare',
        ProtocolName: 'AP Spine',
      },
      ...{ Rows: 2048, Columns: 2048, BitsAllocated: 8, BitsStored: 8, HighBit: 7, PixelRepresentation: 0, SamplesPerPixel: 1 },
      ...{ PhotometricInterpretation: 'MONOCHROME2', PixelData: pixels },
    });
  const objects = Array.from({ length: 256 }, (_, at) => ({
    sopInstanceUID: `1.2.826.0.1.3680043.10.1.${at}`,
    bytes: () => Promise.resolve(image(at)),
  }));
  let highest = process.memoryUsage.rss();
  const before = highest;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5);
  const reader = readerHere();
  await readResults(objects, reader);
  await reader.end();
  clearInterval(watch);
  return (Math.max(highest, process.memoryUsage.rss()) - before) / MiB;
};

import { chanceOf, seedFrom } from '../lives/chance.js';

/** A file of a study; what comes late is in a folder of its own. */
export interface DeviceFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly isLate?: true;
}

const PIXELS = 65_536;

/** The transfer or the disk gave out: one file ends somewhere, as often as not before its pixels. */
export const withOneCut = (files: readonly DeviceFile[], seed: number): DeviceFile[] => {
  const chance = chanceOf(seedFrom(seed, 'cut'));
  const chosen = files[chance.whole(0, files.length - 1)];
  return files.map((file) => {
    if (file !== chosen) return file;
    const { length } = file.bytes;
    const reach = length > PIXELS && chance.happens(0.5) ? length - PIXELS : length;
    return { ...file, bytes: file.bytes.subarray(0, Math.floor(reach * chance.between(0.3, 0.95))) };
  });
};

const others = new Map([
  ['ISO_IR 100', 'ISO_IR 192'],
  ['ISO_IR 101', 'ISO_IR 192'],
  ['ISO_IR 144', 'ISO_IR 100'],
  ['ISO_IR 192', 'ISO_IR 100'],
]);

/** The objects name another character set than the one they are written in. */
export const inAnotherCharacterSet = (files: readonly DeviceFile[], characterSet: string): DeviceFile[] =>
  files.map((file) => {
    const at = file.bytes.indexOf(characterSet, 0, 'latin1');
    if (at < 0) return file;
    const bytes = Buffer.from(file.bytes);
    bytes.write(others.get(characterSet) ?? characterSet, at, 'latin1');
    return { ...file, bytes };
  });

/** Every file twice, as a console sends again what was not answered in time. */
export const sentTwice = (files: readonly DeviceFile[]): DeviceFile[] =>
  files.flatMap((file) => [file, { ...file, name: `${file.name}_1` }]);

/** The last file comes when the study has long been here. */
export const lastOneLate = (files: readonly DeviceFile[]): DeviceFile[] =>
  files.map((file, at) => (at === files.length - 1 ? { ...file, isLate: true } : file));

/** The last line of a text export names somebody else in its first column; the order in it stays the first person's. */
export const withAnothersLine = (files: readonly DeviceFile[], from: string, to: string): DeviceFile[] =>
  files.map((file) => {
    const text = file.bytes.toString('latin1');
    const at = text.indexOf(from, text.trimEnd().lastIndexOf('\n'));
    return at < 0 ? file : { ...file, bytes: Buffer.from(text.slice(0, at) + to + text.slice(at + from.length), 'latin1') };
  });

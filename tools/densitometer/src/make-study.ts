import { textOf, TransferSyntax, writePart10, type Keywords } from '@osteon/dicom';
import { analyse } from './analysis.js';
import { northIDXA, type Device } from './device.js';
import { drawFemur } from './drawing/draw-femur.js';
import { drawSpine } from './drawing/draw-spine.js';
import { dayOf, perform, type PerformedAt } from './performed.js';
import { resultsXml } from './results-xml.js';
import { scanImage } from './scan-image.js';
import { structuredReport } from './structured-report.js';
import { msOkaforsBones, type Truth } from './truth.js';

/** A file as the console would export it: a whole DICOM file. */
export interface StudyFile {
  readonly name: string;
  readonly SOPClassUID: string;
  readonly SOPInstanceUID: string;
  readonly SeriesInstanceUID: string;
  readonly bytes: Buffer;
}

export interface StudyOrder {
  /** A worklist item, or any patient's keywords. */
  readonly worklistItem: Keywords;
  readonly at: PerformedAt;
  readonly truth?: Truth;
  readonly device?: Device;
}

/** A DICOM file: implicit VR, as enCORE writes and sends, unless another syntax is named. */
export const fileOf = (name: string, keywords: Keywords, transferSyntaxUID: string = TransferSyntax.ImplicitVRLittleEndian): StudyFile => ({
  name,
  SOPClassUID: textOf(keywords, 'SOPClassUID') ?? '',
  SOPInstanceUID: textOf(keywords, 'SOPInstanceUID') ?? '',
  SeriesInstanceUID: textOf(keywords, 'SeriesInstanceUID') ?? '',
  bytes: writePart10(keywords, transferSyntaxUID),
});

const seedOf = (uid: string): number => [...uid].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);

/**
 * A whole exam of spine and both hips, as a GE iDXA makes it: three images with their results as XML in Image Comments, and one
 * Enhanced SR. Everything is drawn or computed; the same order gives the same bytes.
 */
export const makeStudy = ({
  worklistItem,
  at,
  truth = msOkaforsBones,
  device = northIDXA,
}: StudyOrder): { readonly files: readonly StudyFile[] } => {
  const performed = perform(worklistItem, device, at);
  const scans = analyse(truth, dayOf(performed));
  const xmlOf = (name: string): string =>
    resultsXml(
      scans.filter((scan) => scan.name === name),
      performed,
    );
  const seed = seedOf(performed.StudyInstanceUID);
  const images = [
    { scan: 'AP Spine', number: 1, drawing: drawSpine(seed), xml: xmlOf('AP Spine') },
    { scan: 'Left Femur', number: 2, drawing: drawFemur('left', seed + 100), xml: xmlOf('DualFemur') },
    { scan: 'Right Femur', number: 3, drawing: drawFemur('right', seed + 200), xml: xmlOf('DualFemur') },
  ] as const;
  return {
    files: [
      ...images.map((image) => fileOf(`IMG0000${image.number - 1}`, scanImage(image, performed))),
      fileOf('STR00000', structuredReport(scans, performed)),
    ],
  };
};

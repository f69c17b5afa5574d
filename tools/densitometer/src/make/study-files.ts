import { readKeywords, splitPart10, textOf } from '@osteon/dicom';
import type { DeviceFile } from '../faults/of-the-files.js';
import type { StudyFile } from '../make-study.js';

/** What a network needs to know of files that are whole. Throws NotPart10 or DataSetNotReadable. */
export const studyFiles = (files: readonly DeviceFile[]): StudyFile[] =>
  files.map(({ name, bytes }) => {
    const { SOPClassUID, SOPInstanceUID } = splitPart10(bytes);
    return {
      name,
      bytes,
      SOPClassUID,
      SOPInstanceUID,
      SeriesInstanceUID: textOf(readKeywords(bytes, { until: 'PixelData' }), 'SeriesInstanceUID') ?? '',
    };
  });

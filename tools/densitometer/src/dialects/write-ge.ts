import { SOPClass, type Keywords } from '@osteon/dicom';
import { headerOf } from '../headers.js';
import type { Scan } from '../measure/scan.js';
import type { Performed } from '../performed.js';
import { resultsXml } from '../results-xml.js';
import { scanImage } from '../scan-image.js';
import { structuredReport } from '../structured-report.js';
import { geScanName, geScans, type Remembered } from './ge-scans.js';
import { olderXml } from './older-xml.js';
import { imaged, pictureFor, type Writing, type Written } from './written.js';

/** Site and side stand only here, and each hip has an image of its own. */
export const geProtocol = (scan: Scan): string => geScanName(scan, [scan]);

const examsOf = ({ exam }: Writing, scans: readonly Scan[]): Remembered[] => [{ day: exam.day, scans }, ...exam.earlier];

type XmlOf = (scan: Scan) => string | undefined;

const images = ({ exam, performed }: Writing, xmlOf: XmlOf): Written[] => {
  const scans = imaged(exam.scans).map((scan, at) => ({
    name: `IMG${String(at).padStart(5, '0')}`,
    keywords: scanImage(
      { scan: geProtocol(scan), number: at + 1, drawing: pictureFor(scan, exam.seed), xml: xmlOf(scan) },
      performed,
    ),
  }));
  if (exam.seed % 10 !== 0) return scans;
  const lateral = scanImage(
    { scan: 'LVA', number: scans.length + 1, drawing: pictureFor({ site: 'lumbar-spine', rows: [] }, exam.seed + 1) },
    performed,
  );
  return [...scans, { name: `IMG${String(scans.length).padStart(5, '0')}`, keywords: lateral }];
};

/** Enhanced SR, and the XML of its scan in each image; both hips are in the XML of either. */
export const writeGeSr = (writing: Writing): Written[] => {
  const { exam, performed, otherwise = exam.scans } = writing;
  const shown = geScans(otherwise, examsOf(writing, otherwise));
  const xmlOf = (scan: Scan): string => {
    const name = geScanName(scan, otherwise);
    const own = shown.filter((one) => one.name === name);
    return resultsXml(own, performed);
  };
  const report = structuredReport(geScans(exam.scans, examsOf(writing, exam.scans)), performed);
  return [...images(writing, xmlOf), { name: 'STR00000', keywords: report }];
};

/** The XML of all scans in the Image Comments of an SR object without a tree of numbers; the images have none. */
export const writeGeXml = (writing: Writing): Written[] => {
  const { exam, performed } = writing;
  const report = {
    ...structuredReport([], performed),
    ImageComments: resultsXml(geScans(exam.scans, examsOf(writing, exam.scans)), performed),
  };
  return [...images(writing, () => undefined), { name: 'STR00000', keywords: report }];
};

/** The older XML in each image, and no report. */
export const writeOlderXml = (writing: Writing): Written[] => {
  const exams = examsOf(writing, writing.exam.scans);
  return images(writing, (scan) => olderXml([scan], exams, writing.performed));
};

/** A page of a report as a picture, or a document: what all of them say. */
export const pageHeader = (performed: Performed, number: number): Keywords => ({
  ...headerOf(performed),
  SOPClassUID: SOPClass.SecondaryCaptureImageStorage,
  SOPInstanceUID: performed.uid(`page ${number}`),
  SeriesInstanceUID: performed.uid('page series'),
  SeriesNumber: '2',
  InstanceNumber: String(number),
  AcquisitionDate: performed.at.DA,
  AcquisitionTime: performed.at.TM,
});

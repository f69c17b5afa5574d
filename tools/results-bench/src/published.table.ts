import type { Keywords } from '@osteon/dicom';
import type { Study } from './truth.js';

/** Numbers as a public source shows them. */
export interface PublishedFixture {
  readonly name: string;
  readonly source: string;
  readonly keywords: Keywords;
  readonly scans: Study['scans'];
}

const gePatient: Keywords = {
  PatientID: '1',
  PatientSex: 'F',
  StudyDate: '20180219',
  Modality: 'CR',
  Manufacturer: 'GE Healthcare',
  ManufacturerModelName: 'Lunar iDXA',
};

/** Typed by hand from what is public; the frame around the numbers (patient, UIDs) is ours. */
export const publishedFixtures: readonly PublishedFixture[] = [
  {
    name: 'XML of a Lunar iDXA, left neck',
    source: 'SMI/StructuredReports, src/tools/sample_SR.py, commit 6b75197',
    keywords: {
      ...gePatient,
      ImageComments:
        '<DXA_RESULTS><EXAM_DATE time="14:16:15" id="82">19/02/2018</EXAM_DATE><SCAN type="DualFemur" id="19"><ROI region="Neck Left" id="0">' +
        '<BMD units=" g/cm2" id="3">0.826</BMD><BMD_PYA units="%" id="7">80</BMD_PYA><BMD_TSCORE id="6">-1.5</BMD_TSCORE>' +
        '<BMD_PAM units="%" id="9">114</BMD_PAM><BMD_ZSCORE id="8">0.7</BMD_ZSCORE><BMC units=" g" id="5">5.08</BMC><AREA units=" cm2" id="2">6.15</AREA></ROI></SCAN></DXA_RESULTS>',
    },
    scans: [
      {
        site: 'hip',
        side: 'left',
        regions: [{ region: 'femoral-neck', bmd: 0.826, tScore: -1.5, zScore: 0.7, bmc: 5.08, area: 6.15 }],
      },
    ],
  },
];

import { SOPClass } from '@osteon/dicom';
import type { MeasurementReport } from '../measurement-report.js';

const source = (sopInstanceUID: string) => [{ kind: 'ge-sr' as const, sopInstanceUID, at: 'DualFemur/Neck Left' }];

/** The accepted values of Ms Okafor's exam A1, found in a report and an image. */
export const acceptedReport: MeasurementReport = {
  sopInstanceUID: '1.2.3.100',
  seriesInstanceUID: '1.2.3.10',
  patientAndStudy: {
    StudyInstanceUID: '1.2.3',
    StudyDate: '20260302',
    AccessionNumber: 'A1',
    PatientID: '483920',
    PatientName: 'Okafor^Adaeze',
    PatientBirthDate: '19581120',
    PatientSex: 'F',
  },
  content: { ContentDate: '20260302', ContentTime: '091500' },
  scans: [
    {
      site: 'lumbar-spine',
      regions: [
        { region: 'L1-L4', bmd: 0.912, bmc: 51.07, area: 56, tScore: -2.2, zScore: -0.5, sources: source('1.2.3.9') },
        { region: 'L1-L2,L4', bmd: 0.905, sources: source('1.2.3.9') },
      ],
    },
    {
      site: 'hip',
      side: 'left',
      regions: [
        {
          region: 'femoral-neck',
          bmd: 0.712,
          tScore: -2.3,
          tReference: { name: 'USA (Female)', sex: 'female' },
          sources: source('1.2.3.9'),
        },
        { region: 'total-hip', bmd: 0.766, tScore: 0, sources: source('1.2.3.1') },
      ],
    },
    { site: 'hip', side: 'both', regions: [{ region: 'mean-femoral-neck', bmd: 0.72, sources: source('1.2.3.9') }] },
    { site: 'forearm', side: 'right', regions: [{ region: 'radius-33', bmd: 0.6, tScore: -1.5, sources: source('1.2.3.9') }] },
    { site: 'whole-body', regions: [{ region: 'subtotal', bmd: 0.95, zScore: -0.2, sources: source('1.2.3.9') }] },
  ],
  sources: [
    { sopClassUID: SOPClass.EnhancedSRStorage, sopInstanceUID: '1.2.3.9', seriesInstanceUID: '1.2.3.7' },
    { sopClassUID: SOPClass.ComputedRadiographyImageStorage, sopInstanceUID: '1.2.3.1', seriesInstanceUID: '1.2.3.8' },
  ],
};

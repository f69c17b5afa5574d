import { writeMeasurementReport } from './measurement-report.js';
import { readHere as readResults } from './testing/read-here.js';
import { acceptedReport } from './testing/accepted.js';

describe('a measurement report', () => {
  const bytes = writeMeasurementReport(acceptedReport);

  test('is read back as it was written: every site, side, region and value', async () => {
    const { studies } = await readResults([{ sopInstanceUID: '1.2.3.100', bytes }]);
    const withoutSources = (scans: (typeof acceptedReport)['scans'] | undefined): unknown =>
      scans?.map((scan) => ({ ...scan, regions: scan.regions.map(({ sources: _sources, ...row }) => row) }));
    expect(withoutSources(studies[0]?.scans)).toEqual(withoutSources(acceptedReport.scans));
    expect(studies[0]?.problems).toEqual([]);
    expect(studies[0]).toMatchObject({ studyInstanceUID: '1.2.3', accessionNumber: 'A1', header: { patientId: '483920' } });
  });

  test('is the same file for the same input', () => {
    expect(writeMeasurementReport(acceptedReport).equals(bytes)).toBe(true);
  });
});

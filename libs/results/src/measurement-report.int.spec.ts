import { dcmtk, describeWithDCMTK, withFiles } from '../../dicom/src/testing/dcmtk.js';
import { writeMeasurementReport } from './measurement-report.js';
import { acceptedReport } from './testing/accepted.js';

describeWithDCMTK('a measurement report, to DCMTK', () => {
  const files = { 'report.dcm': writeMeasurementReport(acceptedReport) };

  test('is a valid Comprehensive SR with its values, codes and source objects', async () => {
    const { code, output } = await withFiles(files, (folder) => dcmtk('dsrdump', '+Pc', `${folder}/report.dcm`));
    expect({ code, failed: /^[EF]: /m.test(output) }).toEqual({ code: 0, failed: false });
    expect(output).toContain('Comprehensive SR');
    expect(output).toContain('NUM:(46278-8,LN,"DXA BMD")="0.712" (g/cm2,UCUM,"g/cm2")');
    expect(output).toContain('COMPOSITE:(121112,DCM,"Source of Measurement")=(EnhancedSRStorage,)');
    expect(output).toContain('IMAGE:(121112,DCM,"Source of Measurement")=(CR image,)');
  });
});

import { join } from 'node:path';
import { dcmtk, describeWithDCMTK, withFiles } from '../testing/dcmtk.js';
import { generatedImage } from '../testing/generated-image.js';
import { replaceAttributes } from './replace-attributes.js';

describeWithDCMTK('a copy with other values, as DCMTK reads it', () => {
  it.each([
    ['in the character set of the object', 'Lee^Ada', 'ISO_IR 100'],
    ['in another one', 'Dvořák^Jiřina', 'ISO_IR 192'],
  ])('is whole and in order, %s', async (_, PatientName, characterSet) => {
    const copy = replaceAttributes(generatedImage('1.2.3.4', 2_000), {
      values: { PatientName, PatientID: '4711', IssuerOfPatientID: 'NORTH', AccessionNumber: 'A1' },
      modifiedAt: '2026-03-02T09:00:00.000Z',
      modifyingSystem: 'OSTEON',
      sourceOfPreviousValues: 'idxa-1',
      reason: 'CORRECT',
    });
    await withFiles({ 'copy.dcm': copy }, async (folder) => {
      const { code, output } = await dcmtk('dcmdump', '-q', join(folder, 'copy.dcm'));
      expect(code).toBe(0);
      for (const line of [`(0008,0005) CS [${characterSet}]`, `(0010,0010) PN [${PatientName}]`, '(0010,0020) LO [4711]', '(0400,0565) CS [CORRECT]'])
        expect(output).toContain(line);
      expect(output).toMatch(/\(0400,0561\) SQ[\s\S]*\(0400,0550\) SQ[\s\S]*PN \[Okafor\^Ada.\][\s\S]*LO \[P-1001\][\s\S]*\(7fe0,0010\)/);
      expect((await dcmtk('dcmftest', join(folder, 'copy.dcm'))).output).toContain('yes:');
    });
  });
});

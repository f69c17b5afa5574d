import { withAnothersLine } from './of-the-files.js';

it('lets the last line of an export name another patient, under the order of the first', () => {
  const text = 'Patient ID,Accession\n700009,A700009240531\n700009,A700009240531\n';
  const [file] = withAnothersLine([{ name: 'EXPORT.CSV', bytes: Buffer.from(text) }], '700009', '999001');
  expect(file && Buffer.from(file.bytes).toString()).toBe('Patient ID,Accession\n700009,A700009240531\n999001,A700009240531\n');
});

import { DataSetNotReadable } from './keywords/read-elements.js';
import { NotPart10, part10File, part10Header, readKeywords, splitPart10, writePart10 } from './part10.js';
import { newUID, uidFromUUID } from './uids.js';
import { SOPClass, TransferSyntax } from './uids.table.js';

const meta = {
  SOPClassUID: SOPClass.EnhancedSRStorage,
  SOPInstanceUID: '1.2.3',
  transferSyntaxUID: TransferSyntax.ImplicitVRLittleEndian,
};

test('a file is its header and then the data set to the byte', () => {
  const dataSet = Buffer.from('anything, not even a data set');
  const file = part10File(meta, dataSet);
  expect(file.subarray(128, 132).toString()).toBe('DICM');
  expect(splitPart10(file)).toEqual({ ...meta, dataSet });
  expect(part10Header(meta)).toEqual(part10Header({ ...meta }));
});

test.each([
  ['nothing', Buffer.of()],
  ['no preamble', Buffer.from('DICM')],
  ['half a file meta', part10Header(meta).subarray(0, 200)],
  ['no file meta', Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')])],
])('%s is no file', (_what, bytes) => {
  expect(() => splitPart10(bytes)).toThrow(NotPart10);
});

test('a file of keywords names its class and instance', () => {
  const file = writePart10({ SOPClassUID: SOPClass.EnhancedSRStorage, SOPInstanceUID: '1.2.3', PatientID: 'P-1' });
  expect(splitPart10(file)).toMatchObject({ ...meta, transferSyntaxUID: TransferSyntax.ExplicitVRLittleEndian });
  expect(readKeywords(file)).toMatchObject({ PatientID: 'P-1' });
  expect(() => readKeywords(file.subarray(0, -3))).toThrow(DataSetNotReadable);
});

test('a UID comes from a UUID, as one number', () => {
  expect(uidFromUUID('f81d4fae-7dec-11d0-a765-00a0c91e6bf6')).toBe('2.25.329800735698586629295641978511506172918');
  expect(newUID()).toMatch(/^2\.25\.\d{1,39}$/);
});

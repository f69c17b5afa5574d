import { examA1 } from '@osteon/testing';
import { isShortString, isUniqueIdentifier } from './dicom-value.js';
import { issuedNumbers } from './issued-numbers.js';

describe('what an order lacks', () => {
  const issued = issuedNumbers(examA1.examId, 42);

  it('is issued: numbers of at most 16 characters, and a Study Instance UID 2.25 from the id of the exam', () => {
    expect(issued).toEqual({
      accessionNumber: 'OST0000000042',
      studyInstanceUID: '2.25.2080163928951044232949483529012510881',
      requestedProcedureId: 'ORP0000000042',
      scheduledProcedureStepId: 'OSP0000000042',
    });
  });

  it('is legal in DICOM, also for the last number of all', () => {
    const { studyInstanceUID, ...numbers } = issuedNumbers('ffffffff-ffff-ffff-ffff-ffffffffffff', 9_999_999_999);
    expect(Object.values(numbers).every(isShortString)).toBe(true);
    expect(isUniqueIdentifier(studyInstanceUID)).toBe(true);
    expect(studyInstanceUID).toHaveLength(44);
  });
});

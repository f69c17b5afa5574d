import { reading, reporting, scheduling } from '@osteon/contracts';
import { contractBook, contractsIn } from './contract-book.js';

describe('the contracts that a service hears', () => {
  const book = contractBook([
    reading.ScanReviewed,
    { ...scheduling.ExamScheduled, type: 'osteon.scheduling.ExamScheduled.v2', version: 2 },
  ]);

  it('finds the contract of a type that is heard', () => {
    expect(book.interestIn('osteon.reading.ScanReviewed.v1')).toEqual({ is: 'heard', contract: reading.ScanReviewed });
  });

  it('passes over what nobody hears, and an older version, which is said beside the newer', () => {
    expect(book.interestIn('osteon.reading.ReadingStarted.v1')).toEqual({ is: 'nobody' });
    expect(book.interestIn('osteon.scheduling.ExamScheduled.v1')).toEqual({ is: 'nobody' });
    expect(book.interestIn('something else')).toEqual({ is: 'nobody' });
  });

  it('does not pass over a newer version of what is heard', () => {
    expect(book.interestIn('osteon.reading.ScanReviewed.v2')).toEqual({ is: 'newer' });
    expect(book.interestIn('osteon.scheduling.ExamScheduled.v10')).toEqual({ is: 'newer' });
  });

  it('collects the contracts of the published language, and no other schema of it', () => {
    const types = contractsIn(reading, reporting).map(({ type }) => type);
    expect(types).toContain('osteon.reporting.ReportSigned.v1');
    expect(types.every((type) => /^osteon\.(reading|reporting)\.\w+\.v\d+$/.test(type))).toBe(true);
  });
});

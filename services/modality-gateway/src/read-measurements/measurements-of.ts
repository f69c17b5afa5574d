import type { Scan, Scanner } from '@osteon/contracts';
import type { readResults, ReadScan } from '@osteon/results';
import type { MeasurementsRead } from '../acquisition/acquisition.events.js';

type Output = ReturnType<typeof readResults>;

/** The mean of two hips decides nothing: it stays in the readers' output; a published scan has one side. */
const isOneSided = (scan: ReadScan): scan is ReadScan & Scan => scan.side !== 'both';

const unknownScanner: Scanner = { manufacturer: 'unknown' };

/** What becomes a fact of the readers' output: values and codes; header and details stay in the store. */
export const measurementsOf = (output: Output, studyInstanceUID: string): Omit<MeasurementsRead['data'], 'readerOutput' | 'instances'> => {
  const study = output.studies.find((each) => each.studyInstanceUID === studyInstanceUID);
  if (!study) return { scanner: unknownScanner, scans: [], problems: [{ code: 'NO_RESULTS' }] };
  const { scanner, date, scans, problems = [] } = study;
  return {
    scanner: scanner ?? unknownScanner,
    ...(date ? { performedOn: date } : {}),
    scans: scans.filter(isOneSided),
    problems: problems.map(({ code, sopInstanceUID }) => ({ code, ...(sopInstanceUID ? { sopInstanceUID } : {}) })),
  };
};

import type { Scan, Scanner } from '@osteon/contracts';
import type { ReadResults, ReadScan } from '@osteon/results';
import type { MeasurementsRead } from '../acquisition/acquisition.events.js';
import { placeOf } from './problem-place.js';

const unknownScanner: Scanner = { manufacturer: 'unknown' };

/** The mean of two hips never decides: it stays in the readers' output. */
const scanOf = ({ site, side, mode, regions }: ReadScan): Scan[] =>
  side === 'both' ? [] : [{ site, ...(side ? { side } : {}), ...(mode ? { mode } : {}), regions: [...regions] }];

/** What becomes a fact of the readers' output: values, and of problems the codes and the values that they are about; header and details stay in the store. */
export const measurementsOf = (output: ReadResults, studyInstanceUID: string): Omit<MeasurementsRead['data'], 'readerOutput' | 'instances'> => {
  const study = output.studies.find((each) => each.studyInstanceUID === studyInstanceUID);
  if (!study) return { scanner: unknownScanner, scans: [], problems: [{ code: 'NO_RESULTS' }] };
  const { scanner, date, scans, problems } = study;
  return {
    scanner,
    ...(date ? { performedOn: date } : {}),
    scans: scans.flatMap(scanOf),
    problems: problems.map((problem) => ({
      code: problem.code,
      ...(problem.sopInstanceUID ? { sopInstanceUID: problem.sopInstanceUID } : {}),
      ...placeOf(problem, scans),
    })),
  };
};

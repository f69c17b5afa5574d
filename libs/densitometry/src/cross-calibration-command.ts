import type { Answer } from './command.js';
import { crossCalibrationOf, notEnough } from './cross-calibration.js';
import { readCalibrationPairs } from './measurements-csv.js';

/** Calibration of a new scanner against an old one from patients measured on both; refused where there are too few. */
export const crossCalibrationCommand = (csv: string): Answer => {
  const { rows, problems } = readCalibrationPairs(csv);
  if (problems.length > 0) return { problems };
  const few = notEnough(rows);
  if (few !== undefined) return { problems: [{ at: '', message: few }] };
  const fit = crossCalibrationOf(rows);
  return fit.see > 0
    ? { json: { method: 'patients', ...fit } }
    : { problems: [{ at: '', message: 'has no scatter: these are not measurements of patients' }] };
};

import type { Answer } from './command.js';
import { readPrecisionStudy } from './measurements-csv.js';
import { precisionOf, tooSmall } from './precision-study.js';

/** Precision of a study, pooled and by technologist; refused where the pooled study is too small, a technologist's is then left out. */
export const precisionCommand = (csv: string): Answer => {
  const { rows, problems } = readPrecisionStudy(csv);
  if (problems.length > 0) return { problems };
  const small = tooSmall(rows);
  if (small !== undefined) return { problems: [{ at: '', message: small }] };
  const technologists = [...new Set(rows.map(({ technologist }) => technologist))].sort();
  const own = technologists.map((technologist) => ({
    technologist,
    patients: rows.filter((one) => one.technologist === technologist),
  }));
  return {
    json: {
      pooled: precisionOf(rows),
      technologists: own.map(({ technologist, patients }) => {
        const why = tooSmall(patients);
        return why === undefined ? { technologist, ...precisionOf(patients) } : { technologist, tooSmall: why };
      }),
    },
  };
};

import { parseArgs } from 'node:util';
import { makeStudies, writeStudy } from './make-studies.js';

/** `make`: writes studies with their truth into a folder, and says how many of which dialect and fault. */
export const makeCommand = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({
    args,
    options: { studies: { type: 'string', default: '100' }, seed: { type: 'string', default: '7' }, to: { type: 'string' } },
  });
  if (values.to === undefined) throw new Error('make: --to DIR is missing');
  const counts: Record<string, number> = {};
  for await (const study of makeStudies({ studies: Number(values.studies), seed: Number(values.seed) })) {
    await writeStudy(values.to, study);
    const kind = `${study.exam.console.dialect}${study.fault === undefined ? '' : ` ${study.fault}`}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  console.log(JSON.stringify(Object.fromEntries(Object.entries(counts).toSorted()), undefined, 1));
};

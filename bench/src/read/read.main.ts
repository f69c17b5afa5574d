import { ownSchema } from '../database/schema.js';
import { runBench } from '../measure/run-bench.js';
import { measureRead } from './read.js';

await runBench('read', 'Reads the whole event store beside COPY of the same rows', async (bench) =>
  measureRead(await ownSchema(bench, 'reading', []), bench.size),
);

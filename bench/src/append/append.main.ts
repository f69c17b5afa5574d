import { ownSchema } from '../database/schema.js';
import { runBench } from '../measure/run-bench.js';
import { measureAppend } from './append.js';

await runBench('append', 'Appends to the event store beside COPY and plain INSERT of the same rows', async (bench) =>
  measureAppend(await ownSchema(bench, 'reading', []), bench.size),
);

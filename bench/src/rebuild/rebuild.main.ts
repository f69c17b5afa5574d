import { ownSchema } from '../database/schema.js';
import { runBench } from '../measure/run-bench.js';
import { measureRebuild } from './rebuild.js';

await runBench('rebuild', 'Rebuilds a projection beside COPY of the facts that it folds', async (bench) =>
  measureRebuild(await ownSchema(bench, 'reading', []), bench.size),
);

import { runBench } from '../measure/run-bench.js';
import { measureStore } from './store.js';

await runBench('store', 'C-STORE with an empty database and with a million registered instances', measureStore);

import { runBench } from '../measure/run-bench.js';
import { measureLatency } from './latency.js';

await runBench('latency', 'Plays exams through the whole platform and says how long people and peers wait', measureLatency);

import { assessFigures } from './assess.js';

const [count = '10000', seed = '1'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify({ seed: Number(seed), ...assessFigures(Number(seed), Number(count)) }, null, 2)}\n`);

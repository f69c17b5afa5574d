import { readFile } from 'node:fs/promises';
import { problemLines } from './command.js';
import { crossCalibrationCommand } from './cross-calibration-command.js';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: cross-calibration FILE.csv\n');
  process.exit(2);
}
const answer = crossCalibrationCommand(await readFile(file, 'utf8'));
if ('problems' in answer) {
  process.stderr.write(problemLines(answer.problems));
  process.exit(2);
}
process.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);

import { readFileSync } from 'node:fs';

/** Adds up what each test run has written and prints it as one line. */
const runs = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);

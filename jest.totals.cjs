const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

/** Appends the totals of a run to the file that OSTEON_TOTALS names. */
module.exports = class Totals {
  onRunComplete(_, { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites, numPendingTests: skipped }) {
    const file = process.env.OSTEON_TOTALS;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify({ passed, failed: numFailedTests + numRuntimeErrorTestSuites, skipped })}\n`);
  }
};

/**
 * The example tests of this library in one file: each mutant then loads the library once, and not once for every file that tests it.
 * Property tests are left out: a mutant that only a property finds has no example that says what is right.
 */
const { describe } = require('@jest/globals');
const { globSync } = require('node:fs');
const { join } = require('node:path');

const asked = (process.env.MUTATION_TESTS ?? 'src/**/*.spec.ts,golden/*.spec.ts').split(',');
const left = /-properties\.spec\.ts$|(every-code|clinical-rules)\.spec/;

for (const file of asked.flatMap((glob) => globSync(glob, { cwd: __dirname })).filter((name) => !left.test(name)).sort()) {
  describe(file, () => {
    require(join(__dirname, file));
  });
}

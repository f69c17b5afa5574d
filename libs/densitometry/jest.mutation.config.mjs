import root from '../../jest.config.mjs';

const [unit] = root.projects;

/** Which tests are asked, by glob; all beside the rules where nothing is said. */
const asked = process.env.MUTATION_TESTS?.split(',') ?? ['libs/densitometry/src/**/*.spec.ts'];

/** The example tests of this library only: a mutant that only a property test finds has no example that says what is right. */
export default {
  ...unit,
  displayName: 'mutation',
  // The sandbox lies in a folder that other test runs pass over.
  modulePathIgnorePatterns: ['/dist/'],
  testMatch: asked.map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: [
    ...unit.testPathIgnorePatterns,
    '-properties\\.spec\\.ts$',
    'every-code\\.spec',
    'clinical-rules\\.spec',
  ],
};

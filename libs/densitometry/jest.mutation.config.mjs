import root from '../../jest.config.mjs';

const [unit] = root.projects;

/** The example tests of this library only: a mutant that only a property test finds has no example that says what is right. */
export default {
  ...unit,
  displayName: 'mutation',
  // The sandbox lies in a folder that other test runs pass over.
  modulePathIgnorePatterns: ['/dist/'],
  testMatch: ['<rootDir>/libs/densitometry/**/*.spec.ts'],
  testPathIgnorePatterns: [
    ...unit.testPathIgnorePatterns,
    '-properties\\.spec\\.ts$',
    'every-code\\.spec',
    'clinical-rules\\.spec',
  ],
};

import root from '../../jest.config.mjs';

const [unit] = root.projects;

/** The example tests of this library in one file; `MUTATION_TESTS` narrows them by glob in this folder, several by comma. */
export default {
  ...unit,
  displayName: 'mutation',
  // The sandbox lies in a folder that other test runs pass over.
  modulePathIgnorePatterns: ['/dist/'],
  testMatch: ['<rootDir>/libs/densitometry/every-example.mutation.cjs'],
  testPathIgnorePatterns: ['/node_modules/'],
};

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Own sources become CommonJS; installed packages stay as they are and are required as ES modules. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['osteon-source', 'node', 'require', 'default'] },
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  modulePathIgnorePatterns: ['/dist/', '/.osteon/', '/.nx/'],
};

const places = '<rootDir>/(libs|services|tools|deploy|web|bench|lint)';
const samples = '\\.samples\\.spec\\.tsx?$';
const integration = '\\.int\\.spec\\.ts$';

export default {
  reporters: ['default', '<rootDir>/jest.totals.cjs'],
  workerIdleMemoryLimit: '1GB',
  // The first test that asks for Kafka starts it; a project cannot have a limit of its own.
  testTimeout: 90_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      rootDir: import.meta.dirname,
      testMatch: [`${places}/**/*.spec.{ts,tsx}`],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', integration, samples],
    },
    {
      ...shared,
      displayName: 'integration',
      rootDir: import.meta.dirname,
      testMatch: [`${places}/**/*.int.spec.ts`],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      globalSetup: require.resolve('./libs/testing/src/global-setup.cjs'),
      globalTeardown: require.resolve('./libs/testing/src/global-teardown.cjs'),
    },
    {
      ...shared,
      displayName: 'samples',
      rootDir: import.meta.dirname,
      testMatch: [`${places}/**/*.samples.spec.ts`],
    },
    {
      ...shared,
      displayName: 'e2e',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/e2e/**/*.e2e.spec.ts'],
      globalSetup: require.resolve('./e2e/global-setup.cjs'),
      globalTeardown: require.resolve('./e2e/global-teardown.cjs'),
    },
  ],
};

/** The import rules of docs/architecture.md. Each has a planted violation under lint/planted that must be found. */
const services = '^services/([^/]+)/';
const edge = '\\.(controller|consumer|sender|dimse|mllp|timer|query|entity|projection|claim|replica|published)\\.ts$';

export default {
  forbidden: [
    {
      name: 'services-never-import-each-other',
      comment: 'What services share about each other is @osteon/contracts.',
      severity: 'error',
      from: { path: services },
      to: { path: services, pathNot: '^services/$1/' },
    },
    {
      name: 'libraries-know-no-service',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(services|tools|deploy|web|e2e|bench)/', pathNot: '^deploy/local/' },
    },
    {
      name: 'only-testing-knows-deploy',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/[^/]+/src/(testing/|.*\\.spec\\.ts$)|^libs/testing/' },
      to: { path: '^deploy/' },
    },
    {
      name: 'a-bench-measures-from-outside',
      comment: 'What is measured is what runs and what libraries export; nobody builds on a measurement.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^(services|web|e2e)/' },
    },
    {
      name: 'tools-know-nothing-of-the-inside',
      severity: 'error',
      from: { path: '^tools/(hospital|densitometer)/' },
      to: { path: '^(services|web|libs/(contracts|event-store|messaging|platform|identity|object-store|results|densitometry))/' },
    },
    {
      name: 'makers-of-numbers-know-no-reader',
      comment: 'A bench of readers proves something only where what makes the numbers shares nothing with what reads them.',
      severity: 'error',
      from: { path: '^tools/densitometer/' },
      to: { path: '^(libs/results|tools/results-bench)/' },
    },
    {
      name: 'readers-know-no-maker-of-numbers',
      severity: 'error',
      from: { path: '^libs/results/' },
      to: { path: '^tools/(densitometer|results-bench)/' },
    },
    {
      name: 'web-is-a-browser-program',
      comment: 'The web knows contracts by type and the knowledge library; nothing that needs a server.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(services|tools|deploy|libs/(event-store|messaging|platform|object-store|results|dicom|hl7|testing))/' },
    },
    {
      name: 'knowledge-has-no-io',
      severity: 'error',
      from: { path: '^libs/densitometry/src/', pathNot: '\\.(spec|main)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-stand-alone',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: '\\.(spec|main)\\.ts$|^libs/contracts/src/asyncapi/' },
      to: { pathNot: '^(libs/contracts/|node_modules/zod/)' },
    },
    {
      name: 'rules-know-no-edge',
      comment: 'Imports go edge -> rule -> aggregate, never back. A file without a role suffix is pure.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/.+/[a-z0-9-]+\\.ts$' },
      to: { path: edge },
    },
    {
      name: 'rules-know-no-framework',
      severity: 'error',
      from: { path: '^services/[^/]+/src/.+/[a-z0-9-]+\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|kafkajs|fastify|dcmjs|dcmjs-dimse|node-hl7-client)/' },
    },
    {
      name: 'what-runs-stands-in-dependencies',
      comment: 'An image of a service has the production packages only.',
      severity: 'error',
      from: { path: '^(libs|services)/', pathNot: '\\.(spec|story)\\.ts$|/testing/|^libs/testing/|^libs/[^/]+/(bench|golden)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['osteon-source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};

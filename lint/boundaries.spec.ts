import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');
const planted = join(__dirname, 'planted');

const cruise = (): { rule: string; from: string }[] => {
  const run = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'libs', 'services', 'tools', 'deploy', 'web', 'bench'],
    { cwd: planted, encoding: 'utf8' },
  );
  const result: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(run.stdout);
  return result.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
};

describe('import boundaries find each planted violation', () => {
  const found = cruise();

  it.each([
    ['services-never-import-each-other', 'services/scheduling/src/order/order.ts'],
    ['libraries-know-no-service', 'libs/hl7/src/needs-service.ts'],
    ['only-testing-knows-deploy', 'libs/hl7/src/needs-deploy.ts'],
    ['a-bench-measures-from-outside', 'bench/src/peeks.ts'],
    ['tools-know-nothing-of-the-inside', 'tools/hospital/src/peeks.ts'],
    ['makers-of-numbers-know-no-reader', 'tools/densitometer/src/peeks.ts'],
    ['readers-know-no-maker-of-numbers', 'libs/results/src/peeks.ts'],
    ['web-is-a-browser-program', 'web/src/serves.ts'],
    ['knowledge-has-no-io', 'libs/densitometry/src/reads-file.ts'],
    ['contracts-stand-alone', 'libs/contracts/src/leans.ts'],
    ['rules-know-no-edge', 'services/reading/src/study/judge.ts'],
    ['rules-know-no-framework', 'services/reading/src/study/judge.ts'],
    ['what-runs-stands-in-dependencies', 'services/delivery/src/needs-tool.ts'],
    ['no-cycles', 'libs/hl7/src/ring-a.ts'],
    ['nothing-unresolved', 'libs/hl7/src/lost.ts'],
  ])('%s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('finds nothing in the planted files that break no rule', () => {
    expect(found.filter(({ from }) => from.endsWith('study.ts') || from.endsWith('store.ts'))).toEqual([]);
  });
});

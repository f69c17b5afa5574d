import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';

const root = join(__dirname, '..');

const lint = (): Map<string, (string | null)[]> => {
  const run = spawnSync(
    join(root, 'node_modules/.bin/eslint'),
    ['--no-ignore', '--format', 'json', '--config', join(root, 'eslint.config.mjs'), 'lint/planted/code'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const files: { filePath: string; messages: { ruleId: string | null }[] }[] = JSON.parse(run.stdout);
  return new Map(files.map(({ filePath, messages }) => [basename(filePath), messages.map(({ ruleId }) => ruleId)]));
};

describe('the lint finds each planted breach of the code rules', () => {
  const found = lint();

  it.each([
    ['any.ts', '@typescript-eslint/no-explicit-any'],
    ['non-null.ts', '@typescript-eslint/no-non-null-assertion'],
    ['default-export.ts', 'no-restricted-syntax'],
    ['five-parameters.ts', 'max-params'],
    ['string-utils.ts', 'osteon/names'],
    ['disabled.ts', '@typescript-eslint/no-explicit-any'],
    ['floating.ts', '@typescript-eslint/no-floating-promises'],
    ['complex.ts', 'complexity'],
    ['long.ts', 'max-lines'],
  ])('%s breaks %s', (file, rule) => {
    expect(found.get(file)).toContain(rule);
  });
});

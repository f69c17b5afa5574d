import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The numbers of docs/how-the-code-reads.md: they are errors, and there are no disables. */
const limits = {
  'max-lines': ['error', { max: 200 }],
  complexity: ['error', { max: 8, variant: 'modified' }],
  'max-params': ['error', { max: 4 }],
};

/** What Nest injects is counted apart: more than five dependencies means two features. */
const nestLimits = [
  { selector: 'FunctionDeclaration[params.length>4]', message: 'More than four parameters.' },
  { selector: 'ArrowFunctionExpression[params.length>4]', message: 'More than four parameters.' },
  { selector: 'MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>4]', message: 'More than four parameters.' },
  { selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]', message: 'More than five dependencies mean two features.' },
];

const shapes = [
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' },
  { selector: 'TSEnumDeclaration', message: 'A union of literals instead of an enum.' },
];

const forbiddenNames = /(^|[/-])(data|info|manager|helper|helpers|util|utils|common|base)(\.|-|\/|$)/;

const namesRule = {
  meta: { type: 'problem', schema: [], messages: { name: 'The name {{name}} says nothing: use a word of the field.' } },
  create: (context) => ({
    Program(node) {
      const name = context.filename.replace(`${import.meta.dirname}/`, '');
      if (forbiddenNames.test(name)) context.report({ node, messageId: 'name', data: { name } });
    },
  }),
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.osteon/**', '.nx/**', 'coverage/**', 'lint/planted/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { osteon: { rules: { names: namesRule } } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      ...limits,
      'osteon/names': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      'no-restricted-syntax': ['error', ...shapes],
    },
  },
  { files: ['**/*.spec.ts', '**/*.spec.tsx'], rules: { 'max-lines': ['error', { max: 400 }] } },
  { files: ['**/*.table.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.main.ts', '**/main.ts', 'tools/*/src/**', 'deploy/local/src/**', 'e2e/**', 'bench/src/measure/run-bench.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.config.ts', '*.config.mjs', 'web/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['services/**/*.ts'], rules: { 'max-params': 'off', 'no-restricted-syntax': ['error', ...shapes, ...nestLimits] } },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
);

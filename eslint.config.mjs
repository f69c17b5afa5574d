import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The numbers of docs/how-the-code-reads.md: they are errors, and there are no disables. */
const limits = {
  'max-lines': ['error', { max: 200 }],
  complexity: ['error', { max: 8, variant: 'modified' }],
  'max-params': ['error', { max: 4 }],
};

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
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' },
        { selector: 'TSEnumDeclaration', message: 'A union of literals instead of an enum.' },
      ],
    },
  },
  { files: ['**/*.spec.ts', '**/*.spec.tsx'], rules: { 'max-lines': ['error', { max: 400 }] } },
  { files: ['**/*.table.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.main.ts', '**/main.ts', 'tools/*/src/**', 'deploy/local/src/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.config.ts', '*.config.mjs', 'web/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['services/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
);

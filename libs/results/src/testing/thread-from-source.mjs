import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Lets a thread run the sources as they stand, so that tests need no build. */
const jsc = { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, experimental: { keepImportAttributes: true } };
const workspace = /^@osteon\/([a-z-]+)$/;

registerHooks({
  resolve(specifier, context, next) {
    const [, library] = workspace.exec(specifier) ?? [];
    if (library)
      return { url: new URL(`../../../${library}/src/index.ts`, import.meta.url).href, format: 'module', shortCircuit: true };
    const source =
      specifier.startsWith('.') && context.parentURL ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL) : undefined;
    if (source?.protocol === 'file:' && source.pathname.endsWith('.ts') && existsSync(source))
      return { url: source.href, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      swcrc: false,
      jsc,
      module: { type: 'es6' },
      filename: fileURLToPath(url),
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

await import('../reader-thread.main.ts');

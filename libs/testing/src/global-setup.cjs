const { readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const { transformSync } = require('@swc/core');

const configFile = join(__dirname, '../../../.swcrc');

/** Jest loads this file with Node itself, which reads neither our TypeScript nor its imports by .js names: swc does, as in a build. */
const fromSource = {
  resolve: (specifier, context, next) => {
    const own = context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier);
    const conditions = ['osteon-source', ...(context.conditions ?? [])];
    return next(own ? specifier.replace(/\.js$/, '.ts') : specifier, { ...context, conditions });
  },
  load: (url, context, next) => {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, configFile, sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
};

/** One starter for the run: Postgres is up before the first test, Kafka begins when a test asks for it. */
module.exports = async () => {
  const hooks = registerHooks(fromSource);
  try {
    const { openStarter } = await import('./starter.ts');
    globalThis.osteonStarter = await openStarter();
    process.env.OSTEON_TEST_STARTER = globalThis.osteonStarter.url;
  } finally {
    hooks.deregister();
  }
};

const { registerHooks } = require('node:module');

/** Jest loads this file with Node itself: its sources are TypeScript, whose types Node strips, imported by their .js names. */
const fromSource = {
  resolve: (specifier, context, next) => {
    const own = context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier);
    const conditions = ['osteon-source', ...(context.conditions ?? [])];
    return next(own ? specifier.replace(/\.js$/, '.ts') : specifier, { ...context, conditions });
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

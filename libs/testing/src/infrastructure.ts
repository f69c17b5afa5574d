import { containerEngine, fromContainers } from './from-containers.js';
import { fromPackages } from './from-packages.js';

/** The real parts of a test run. Each starts when it is first asked for. */
export interface Infrastructure {
  readonly postgres: () => Promise<{ readonly url: string }>;
  readonly kafka: () => Promise<{ readonly brokers: readonly string[] }>;
  stop(): Promise<void>;
}

const ways: Readonly<Record<string, (engine: typeof containerEngine) => Promise<Infrastructure>>> = {
  local: fromPackages,
  testcontainers: fromContainers,
};

/** The parts as OSTEON_TEST_INFRA asks for them: `local` (from packages and jars) where it says nothing, or `testcontainers`. */
export const openInfrastructure = async (asked = process.env.OSTEON_TEST_INFRA ?? 'local', engine = containerEngine): Promise<Infrastructure> => {
  const way = ways[asked];
  if (!way) throw new Error(`OSTEON_TEST_INFRA=${asked} is not known: ${Object.keys(ways).join(' or ')}`);
  return way(engine);
};

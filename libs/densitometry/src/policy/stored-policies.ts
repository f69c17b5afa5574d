import { nameText, type Policy } from './policy.js';
import { readPolicy } from './read-policy.js';
import default1 from './stored/default.v1.json' with { type: 'json' };

const stored = (document: unknown): Policy => {
  const read = readPolicy(document, []);
  if ('policy' in read) return read.policy;
  throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join('\n'));
};

/** Every version of the policies that the library brings, oldest first. A stored version is never changed: a change is a new file. */
export const storedPolicies: readonly Policy[] = [default1].map(stored);

/** `default@1` is that version, `default` the newest; nothing where there is none. */
export const policyNamed = (name: string, policies = storedPolicies): Policy | undefined =>
  policies.findLast(({ name: one }) => nameText(one) === name || one.id === name);

/** The newest policy of the library: what counts where a site has chosen nothing. */
export const defaultPolicy: Policy = policyNamed('default') ?? stored(default1);

import type { AssessInput } from '../assess-input.js';
import type { Problem } from '../problems.js';
import { nameText, type Policy } from './policy.js';
import { defaultPolicy, policyNamed, storedPolicies } from './stored-policies.js';

/**
 * The policy that an input names (`default`, `default@1`, or the site's own), among those of the library and one that was given with it.
 * Where it names none, the one that was given, else the newest default. A name that nobody knows is a problem: nothing is judged by another
 * policy than was asked for.
 */
export const choosePolicy = (
  { policy: name }: Pick<AssessInput, 'policy'>,
  given?: Policy,
): { readonly policy: Policy } | { readonly problems: readonly Problem[] } => {
  if (name === undefined) return { policy: given ?? defaultPolicy };
  const found = policyNamed(name, given === undefined ? storedPolicies : [...storedPolicies, given]);
  const known = storedPolicies.map((one) => nameText(one.name)).join(', ');
  return found === undefined
    ? { problems: [{ at: '/policy', message: `is not a policy that is known here: ${known}` }] }
    : { policy: found };
};

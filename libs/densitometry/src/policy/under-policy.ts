import type { AssessInput } from '../assess-input.js';
import type { Policy } from './policy.js';

/** An exam with its context, and the policy by which it is judged. */
export interface UnderPolicy {
  readonly input: AssessInput;
  readonly policy: Policy;
}

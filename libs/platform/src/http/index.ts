export { Allow, SignedIn } from './access.js';
export { Asked } from './asked.js';
export { IfMatch, versionOf } from './if-match.js';
export { Problem, problemOf, type ProblemDetails, type RequestError } from './problem.js';
export { SignIn } from './sign-in.js';

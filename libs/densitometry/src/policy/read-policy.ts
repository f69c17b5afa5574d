import { problemsOf, type Problem } from '../problems.js';
import { checkPolicy } from './check-policy.js';
import { nameText, overlaid, standing, type Policy } from './policy.js';
import { overlayPolicy, wholePolicy, type Example } from './policy-shape.js';

/** A policy that may be used, with its own examples; or everything that is wrong with it, each with its JSON pointer. */
export type ReadPolicy =
  { readonly policy: Policy; readonly examples: readonly Example[] } | { readonly problems: readonly Problem[] };

const isOverlay = (document: unknown): boolean => typeof document === 'object' && document !== null && 'base' in document;

const readWhole = (document: unknown): ReadPolicy => {
  const read = wholePolicy.safeParse(document);
  if (!read.success) return { problems: problemsOf(read.error) };
  const problems = checkPolicy(read.data);
  return problems.length > 0 ? { problems } : { policy: standing(read.data), examples: read.data.examples };
};

const readOverlay = (document: unknown, stored: readonly Policy[]): ReadPolicy => {
  const read = overlayPolicy.safeParse(document);
  if (!read.success) return { problems: problemsOf(read.error) };
  const base = stored.find(({ name }) => nameText(name) === read.data.base);
  const taken = stored.some(({ name }) => name.id === read.data.policy);
  const problems = [
    ...(base === undefined ? [{ at: '/base', message: `is not a stored policy: ${read.data.base}` }] : []),
    ...(taken ? [{ at: '/policy', message: `is the name of a stored policy: ${read.data.policy}` }] : []),
    ...checkPolicy(read.data),
  ];
  if (base === undefined || problems.length > 0) return { problems };
  return { policy: overlaid(base, read.data), examples: read.data.examples };
};

/** A site's policy: an overlay, so that what the library brings stays under it and keeps its name. */
export const readSitePolicy = (document: unknown, stored: readonly Policy[]): ReadPolicy =>
  isOverlay(document)
    ? readOverlay(document, stored)
    : { problems: [{ at: '/base', message: 'is missing: a site changes a stored policy' }] };

/** A policy from its document: whole, or an overlay of a stored one. Nothing of it is used unless all of it fits. */
export const readPolicy = (document: unknown, stored: readonly Policy[]): ReadPolicy =>
  isOverlay(document) ? readOverlay(document, stored) : readWhole(document);

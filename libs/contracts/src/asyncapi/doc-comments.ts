import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../contract.js';

const sources = join(import.meta.dirname, '../../src');
const promise = /\/\*\* ((?:(?!\*\/).)+) \*\/\nexport const (\w+) = (?:publishedEvent|compactedState)\(/gs;

/** What a contract promises, in the words that stand above it in its source file. Throws where nothing does. */
export const docCommentOf = ({ service, name, type }: Contract): string => {
  const folder = join(sources, service);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = files.flatMap((file) => [...file.matchAll(promise)]).find(([, , exported]) => exported === name);
  if (!found?.[1]) throw new Error(`${type} has no doc comment`);
  return found[1];
};

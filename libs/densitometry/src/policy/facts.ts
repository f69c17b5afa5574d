import type { JudgedExam } from '../advise.js';
import { factTable, patientFacts, type Asked, type Fact, type FactValue } from './facts.table.js';

/** What conditions ask, by name, and the same nested as the expression language takes it. */
export interface Facts {
  readonly values: ReadonlyMap<string, FactValue>;
  readonly nested: Readonly<Record<string, unknown>>;
}

type Tree = { [name: string]: unknown };

const branch = (tree: Tree, name: string): Tree => {
  const found = tree[name];
  if (typeof found === 'object' && found !== null) return found as Tree;
  const made: Tree = {};
  tree[name] = made;
  return made;
};

/** `a.b.c` with its value becomes a tree. */
export const nest = (leaves: readonly (readonly [string, unknown])[], tree: Tree = {}): Tree => {
  for (const [name, value] of leaves) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    path.reduce(branch, tree)[last] = value;
  }
  return tree;
};

/** Every group of facts is there, though nothing in it may be known: `has()` then says no. */
const groups = (): Tree => {
  const tree: Tree = {};
  for (const { name } of factTable) name.split('.').slice(0, -1).reduce(branch, tree);
  return tree;
};

/** What is known, as conditions take it. */
export const knowing = (known: readonly (readonly [string, unknown])[]): Tree => nest(known, groups());

const inLanguage = <From>({ type }: Fact<From>, value: FactValue): unknown =>
  type === 'int' && typeof value === 'number' ? BigInt(Math.trunc(value)) : value;

const read = <From>(table: readonly Fact<From>[], from: From): Facts => {
  const known = table.flatMap((fact) => {
    const value = fact.read(from);
    return value === undefined ? [] : [{ fact, value }];
  });
  return {
    values: new Map(known.map(({ fact, value }) => [fact.name, value])),
    nested: knowing(known.map(({ fact, value }) => [fact.name, inLanguage(fact, value)])),
  };
};

/** What is known of a judged exam. */
export const factsOf = (exam: JudgedExam): Facts => read(factTable, exam);

/** What is known before an exam. */
export const factsBefore = (asked: Asked): Facts => read(patientFacts, asked);

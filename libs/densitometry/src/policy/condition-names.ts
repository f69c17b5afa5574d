import type { ASTNode } from '@marcbachmann/cel-js';
import { factTable } from './facts.table.js';

/** What a condition asks, and why it cannot be one. */
export interface Asking {
  readonly names: readonly string[];
  readonly problems: readonly string[];
}

/** A name that a macro has bound, inside of it. */
type Bound = string | undefined;

const known = new Map(factTable.map((fact) => [fact.name, fact]));
const groups = new Set(factTable.map(({ name }) => name.split('.')[0]));
const nothing: Asking = { names: [], problems: [] };
const refused = (...problems: string[]): Asking => ({ names: [], problems });

const together = (parts: readonly Asking[]): Asking => ({
  names: [...new Set(parts.flatMap(({ names }) => names))],
  problems: [...new Set(parts.flatMap(({ problems }) => problems))],
});

const operators: readonly string[] = [
  '&&',
  '||',
  '!_',
  '-_',
  '?:',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  '+',
  '-',
  '*',
  'list',
];
const macros: readonly string[] = ['exists', 'exists_one', 'all'];
const methods: readonly string[] = ['startsWith', 'endsWith', 'contains'];

/** `a.b.c` of a chain of names; nothing for anything else. */
const nameOf = (node: ASTNode): string | undefined => {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const before = nameOf(node.args[0]);
  return before === undefined ? undefined : `${before}.${node.args[1]}`;
};

const named = (name: string, bound: Bound): Asking => {
  if (name === bound) return nothing;
  return known.has(name) ? { names: [name], problems: [] } : refused(`${name} is not known`);
};

const literals = (node: ASTNode): string[] => {
  if (node.op === 'list') return node.args.flatMap(literals);
  return node.op === 'value' && typeof node.args === 'string' ? [node.args] : [];
};

/** A word that a fact never has. */
const neverSo = (one: ASTNode, other: ASTNode): string[] => {
  const name = nameOf(one);
  const values = name === undefined ? undefined : known.get(name)?.values;
  return values === undefined
    ? []
    : literals(other)
        .filter((word) => !values.includes(word))
        .map((word) => `${name} is never "${word}"`);
};

const compared = (node: ASTNode): string[] => {
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return [];
  const [one, other] = node.args;
  return [...neverSo(one, other), ...neverSo(other, one)];
};

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value;

const inside = (node: ASTNode, bound: Bound): Asking => {
  const parts: readonly unknown[] = Array.isArray(node.args) ? node.args : [node.args];
  return together([...parts.filter(isNode).map((part) => asking(part, bound)), refused(...compared(node))]);
};

const fieldOf = (node: ASTNode & { op: '.' }, bound: Bound): Asking => {
  const name = nameOf(node);
  return name === undefined
    ? together([asking(node.args[0], bound), refused('a field of a value may not be asked')])
    : named(name, bound);
};

const called = (name: string, args: readonly ASTNode[], bound: Bound): Asking =>
  name === 'has' || name === 'size' ? together(args.map((arg) => asking(arg, bound))) : refused(`${name}() may not be used`);

const asked = ([name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]], bound: Bound): Asking => {
  const [variable, ...rest] = args;
  if (methods.includes(name)) return together([receiver, ...args].map((part) => asking(part, bound)));
  if (!macros.includes(name)) return refused(`${name}() may not be used`);
  if (bound !== undefined) return refused(`${name}() stands inside of another`);
  if (variable?.op !== 'id' || groups.has(variable.args)) return refused(`${name}() needs a name of its own`);
  return together([asking(receiver, bound), ...rest.map((part) => asking(part, variable.args))]);
};

/**
 * The facts that a parsed condition asks, and all that it may not do: names nobody knows, words a fact never has, functions beyond a few, a
 * loop inside a loop. So a condition costs at most its own length times the length of a short list.
 */
export const asking = (node: ASTNode, bound?: Bound): Asking => {
  if (node.op === 'value') return nothing;
  if (node.op === 'id') return named(node.args, bound);
  if (node.op === '.') return fieldOf(node, bound);
  if (node.op === 'call') return called(node.args[0], node.args[1], bound);
  if (node.op === 'rcall') return asked(node.args, bound);
  return operators.includes(node.op) ? inside(node, bound) : refused(`${node.op} may not be used`);
};

/** How a "no" is meant; each edge has one table from these four to its own codes. */
export type RefusalKind = 'absent' | 'forbidden' | 'invalid' | 'conflict';

/** A "no" of the business: a stable public code, its kind and one sentence for people. */
export interface RefusalDefinition {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly sentence: string;
}

/** Values that explain a refusal; public, so never names or free text. */
export type RefusalValues = Readonly<Record<string, unknown>>;

/** The business said no. Nothing is stored; asking again unchanged gets the same answer. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly values: RefusalValues;

  constructor(definition: RefusalDefinition, values: RefusalValues = {}) {
    super(definition.sentence);
    this.name = 'Refusal';
    this.code = definition.code;
    this.kind = definition.kind;
    this.values = values;
  }
}

/** The refusals of one aggregate, each under its code. */
export const refusals = <Code extends string>(
  definitions: Readonly<Record<Code, Omit<RefusalDefinition, 'code'>>>,
): Readonly<Record<Code, RefusalDefinition>> =>
  Object.fromEntries(
    Object.entries<Omit<RefusalDefinition, 'code'>>(definitions).map(([code, definition]) => [code, { code, ...definition }]),
  ) as Record<Code, RefusalDefinition>;

/** Says no: throws a Refusal. */
export function refuse(definition: RefusalDefinition, values: RefusalValues = {}): never {
  throw new Refusal(definition, values);
}

/** Refusals that the store itself knows. STALE_VERSION is HTTP 412, other conflicts are 409. */
export const storeRefusals = refusals({
  STALE_VERSION: { kind: 'conflict', sentence: 'This has changed since you read it. Load it again and repeat what you did.' },
});

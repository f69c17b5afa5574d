/** The part of a JSON Schema that a hearer depends on. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly [keyword: string]: unknown;
}

const missingProperty = (released: JsonSchema, now: JsonSchema, at: string): string[] =>
  Object.keys(released.properties ?? {})
    .filter((name) => !now.properties?.[name])
    .map((name) => `${at}/${name}: gone`);

const newlyOptional = (released: JsonSchema, now: JsonSchema, at: string): string[] =>
  (released.required ?? []).filter((name) => now.properties?.[name] && !now.required?.includes(name)).map((name) => `${at}/${name}: no longer always there`);

const newlyRequired = (released: JsonSchema, now: JsonSchema, at: string): string[] =>
  (now.required ?? []).filter((name) => !released.required?.includes(name)).map((name) => `${at}/${name}: newly required, stored and older messages lack it`);

const widened = (released: JsonSchema, now: JsonSchema, at: string): string[] =>
  (now.enum ?? []).filter((value) => released.enum && !released.enum.includes(value)).map((value) => `${at}: new value ${String(value)} that hearers do not know`);

const narrowed = (released: JsonSchema, now: JsonSchema, at: string): string[] =>
  (released.enum ?? []).filter((value) => now.enum && !now.enum.includes(value)).map((value) => `${at}: value ${String(value)} gone`);

const otherType = (released: JsonSchema, now: JsonSchema, at: string): string[] =>
  released.type === now.type ? [] : [`${at}: was ${String(released.type)}, is ${String(now.type)}`];

const inside = (released: JsonSchema, now: JsonSchema, at: string): string[] => [
  ...Object.entries(released.properties ?? {}).flatMap(([name, was]) => {
    const is = now.properties?.[name];
    return is ? breaks(was, is, `${at}/${name}`) : [];
  }),
  ...(released.items && now.items ? breaks(released.items, now.items, `${at}[]`) : []),
];

const checks = [otherType, missingProperty, newlyOptional, newlyRequired, widened, narrowed, inside];

/** What a changed schema would break for services of the last release, each with its place; none where it only grew by optional fields. */
export const breaks = (released: JsonSchema, now: JsonSchema, at = ''): string[] => checks.flatMap((check) => check(released, now, at));

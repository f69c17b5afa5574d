import type { z } from 'zod';

/** One published event (or compacted state) in one version: its name, its topic and the shape of its data. */
export interface Contract<T = unknown> {
  readonly service: string;
  readonly name: string;
  readonly version: number;
  /** CloudEvents type: `osteon.<service>.<Name>.v<N>`. */
  readonly type: string;
  readonly topic: string;
  /** Strict: made messages must fit exactly. */
  readonly schema: z.ZodType<T>;
  /** Tolerant: a hearer drops fields that it does not know. */
  readonly heard: z.ZodType<T>;
}

/** What a contract carries. */
export type DataOf<C> = C extends Contract<infer T> ? T : never;

const contract = <S extends z.ZodObject>(
  at: { service: string; name: string; version: number; topic: string },
  shape: S,
): Contract<z.infer<S>> => ({
  ...at,
  type: `osteon.${at.service}.${at.name}.v${at.version}`,
  schema: shape.strict() as unknown as z.ZodType<z.infer<S>>,
  heard: shape as unknown as z.ZodType<z.infer<S>>,
});

/** A published event; it goes to the topic of its service. */
export const publishedEvent = <S extends z.ZodObject>(service: string, name: string, version: number, shape: S): Contract<z.infer<S>> =>
  contract({ service, name, version, topic: `${service}.events` }, shape);

/** The latest state of something, kept by key on a compacted topic of its own; a tombstone erases it. */
export const compactedState = <S extends z.ZodObject>(
  service: string,
  at: { name: string; version: number; topic: string },
  shape: S,
): Contract<z.infer<S>> => contract({ service, ...at }, shape);

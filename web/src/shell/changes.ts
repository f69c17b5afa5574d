import type { Service } from './services.js';

/** Reads the id (exam, else acquisition, else patient) that a change is about; undefined where it names none. */
export const changedId = (message: string): string | undefined => {
  try {
    const said: unknown = JSON.parse(message);
    const id = typeof said === 'object' && said !== null && 'id' in said ? said.id : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
};

/** What is to be asked again: everything of a service, or what these ids concern. */
export type Stale = 'all' | ReadonlySet<string>;

/** Adds one change to what is stale; a change that names no id concerns everything. */
export const withChange = (stale: Stale, id: string | undefined): Stale =>
  stale === 'all' || id === undefined ? 'all' : new Set([...stale, id]);

/** Whether a query (`[service, kind, id ...]`) shows what changed: any list of the service, and what is about one of the ids. */
export const isStale = (queryKey: readonly unknown[], service: Service, stale: Stale): boolean => {
  const [of, kind, ...about] = queryKey;
  if (of !== service) return false;
  return stale === 'all' || kind === 'list' || about.some((id) => typeof id === 'string' && stale.has(id));
};

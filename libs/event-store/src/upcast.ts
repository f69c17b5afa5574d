import type { StreamKind } from './aggregate.js';

/** A stored event is newer than this release, or an upcaster is missing: the command is refused, nothing is skipped. */
export class UnknownStoredEvent extends Error {
  constructor(aggregate: string, type: string, version: number) {
    super(`${aggregate} has a stored ${type} in version ${version}, which this release cannot read`);
    this.name = 'UnknownStoredEvent';
  }
}

/** The version in which an event type is written. */
export const writtenVersion = (kind: StreamKind, type: string): number => kind.versions?.[type] ?? 1;

const raise = (kind: StreamKind, type: string, from: { version: number; data: unknown }): { version: number; data: unknown } => {
  let { version, data } = from;
  for (let up = kind.upcasters?.[`${type}.v${version}`]; up !== undefined; up = kind.upcasters?.[`${type}.v${version}`]) {
    data = up(data);
    version += 1;
  }
  return { version, data };
};

const newestVersion = (kind: StreamKind, type: string): number => {
  let version = writtenVersion(kind, type);
  while (kind.upcasters?.[`${type}.v${version}`] !== undefined) version += 1;
  return version;
};

/** The data of a stored event in the newest shape that this release knows. Throws UnknownStoredEvent. */
export const upcast = (kind: StreamKind, type: string, stored: { version: number; data: unknown }): unknown => {
  const raised = raise(kind, type, stored);
  if (raised.version !== newestVersion(kind, type)) throw new UnknownStoredEvent(kind.name, type, stored.version);
  return raised.data;
};

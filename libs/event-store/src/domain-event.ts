/** A fact as a rule returns it: a name in the past tense and its values. */
export interface DomainEvent {
  readonly type: string;
  readonly data: unknown;
}

/** The member of an event union with this name. */
export type EventOf<E extends DomainEvent, T extends E['type']> = Extract<E, { readonly type: T }>;

/** A fact as the store keeps it, with its place in the stream and the thread it belongs to. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly event: E;
  readonly eventId: string;
  /** `<aggregate name>-<id>` */
  readonly streamId: string;
  /** The aggregate's id, without the name. */
  readonly id: string;
  /** 1 for the first event of a stream. */
  readonly streamVersion: number;
  /** Place in the service's store; grows in commit order within a shard. 0 while a projection writes before the append. */
  readonly position: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** userId of who did it. */
  readonly by: string;
  readonly facilityId: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

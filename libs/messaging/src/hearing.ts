import type { Unit } from '@osteon/event-store';

/** Where a heard message comes from. A rule remembers `streamVersion` per `subject` and ignores what is not above it. */
export interface HeardFrom {
  /** CloudEvents type. */
  readonly type: string;
  /** Source stream, or topic and key of a state. */
  readonly subject: string;
  /** Version of the source stream; 0 where the message names none. */
  readonly streamVersion: number;
  readonly eventId: string;
  readonly facilityId: string;
  /** Kafka key. */
  readonly key: string;
  /** ISO 8601 in UTC: when it was said. */
  readonly at: string;
  readonly correlationId: string;
  readonly traceparent?: string;
}

/** What a consumer is given beside the message (`@Ctx() hearing: Hearing`): one transaction, with the inbox row already in it. */
export interface Hearing {
  readonly unit: Unit;
  readonly from: HeardFrom;
}

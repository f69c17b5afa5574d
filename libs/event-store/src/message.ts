/** The part of a contract that the store needs: where a message goes and what it must look like. */
export interface MessageContract<T> {
  /** `osteon.<service>.<EventName>.v<N>` */
  readonly type: string;
  readonly topic: string;
  readonly version: number;
  /** Strict where a message is made; throws with the place. */
  readonly schema: { parse(value: unknown): T };
}

/** A message on its way to the outbox. `data: null` is a tombstone of a compacted topic. */
export interface Message {
  readonly contract: MessageContract<unknown>;
  /** Absent: the key under which the stream publishes. */
  readonly key?: string;
  readonly data: unknown;
}

/** The latest state of something for a compacted topic, which belongs to no stream and so brings its own key. */
export interface StateMessage extends Message {
  readonly key: string;
  /** Version of that state (`ce_streamversion`): a hearer drops a lower one; a tombstone has no other place for it. */
  readonly version?: number;
  /** Absent: `*`, the whole network. */
  readonly facilityId?: string;
}

/** A message in the form of its contract, checked when it is written. */
export const message = <T>(contract: MessageContract<T>, data: NoInfer<T> | null, key?: string): Message =>
  key === undefined ? { contract, data } : { contract, data, key };

import type { Transaction } from '@osteon/event-store';
import type { Log } from '../log/index.js';

/** Something new is recorded about an id (exam, else acquisition, else patient): read it again. */
export interface Change {
  readonly id: string;
  /** Kind of stream that changed, for example `report`. */
  readonly what: string;
  readonly facilityId: string;
}

export type Listener = (changes: readonly Change[]) => void;

export interface ChangesOptions {
  readonly sql: Transaction;
  readonly log: Log;
  readonly everyMs?: number;
}

interface Row {
  readonly shard: number;
  readonly position: string;
  readonly key: string;
  readonly aggregate: string;
  readonly facility_id: string;
}

const newest = 'select shard, max(position) as position from events group by shard';

const since = `
  select events.shard, events.position, events.key, events.aggregate, events.facility_id
    from unnest($1::smallint[], $2::bigint[]) as seen (shard, position)
    join events on events.shard = seen.shard and events.position > seen.position
   order by events.position
   limit 500`;

const SHARDS = 12;

const changesIn = (rows: readonly Row[]): Change[] => {
  const changes = rows.map(({ key, aggregate, facility_id }) => ({ id: key, what: aggregate, facilityId: facility_id }));
  return [...new Map(changes.map((change) => [`${change.what} ${change.id}`, change])).values()];
};

/**
 * Tells open pages what has changed. It tails the service's own events, by position within each shard (there positions appear in
 * commit order), and only while somebody listens. So every copy of a service tells of every commit, whichever copy made it,
 * nothing is told before it is committed, and no feature has to remember to say anything.
 */
export class Changes {
  private readonly listeners = new Set<Listener>();
  private readonly seen = new Map<number, string>();
  private readonly options: Required<ChangesOptions>;
  private started: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(options: ChangesOptions) {
    this.options = { everyMs: 200, ...options };
  }

  /** Resolves when every commit from now on will be told; the answer ends the listening. */
  async follow(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    this.started ??= this.begin();
    try {
      await this.started;
    } catch (failed) {
      this.leave(listener);
      throw failed;
    }
    return () => this.leave(listener);
  }

  private async begin(): Promise<void> {
    const rows = await this.options.sql.query<Pick<Row, 'shard' | 'position'>>(newest);
    for (let shard = 0; shard < SHARDS; shard += 1) this.seen.set(shard, '0');
    for (const { shard, position } of rows) this.seen.set(shard, position);
    this.again();
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    clearTimeout(this.timer);
    this.started = undefined;
  }

  private again(): void {
    clearTimeout(this.timer);
    if (this.listeners.size > 0) this.timer = setTimeout(() => void this.look(), this.options.everyMs);
  }

  private async look(): Promise<void> {
    try {
      const rows = await this.options.sql.query<Row>(since, [[...this.seen.keys()], [...this.seen.values()]]);
      for (const { shard, position } of rows) this.seen.set(shard, position);
      const changes = changesIn(rows);
      if (changes.length > 0) for (const listener of this.listeners) listener(changes);
    } catch (failed) {
      this.options.log.problem('changes-not-read', failed);
    }
    this.again();
  }
}

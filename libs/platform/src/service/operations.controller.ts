import { Controller, Get, Param, Query } from '@nestjs/common';
import { EventStore, type ListedStream, type Recorded } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';

const name = z.string().min(1).max(200);
const kind = name.optional();
const instant = z.iso.datetime().optional();
const count = z.coerce.number().int().nonnegative().optional();
const PAGE = 50;

/** One stored fact as operations see it. Facts hold ids and hashes; what names a person lies elsewhere. */
interface ShownFact {
  readonly position: number;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly eventId: string;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly facilityId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly data: unknown;
}

const shown = ({ event, id: _id, ...rest }: Recorded): ShownFact => ({ ...rest, type: event.type, data: event.data });

const visible = (facts: readonly Recorded[], { by }: Context): { events: ShownFact[] } => ({
  events: facts.filter(({ facilityId }) => by.may('see-streams', facilityId)).map(shown),
});

const waiting = `
  select outbox.shard, count(*)::int as waiting, min(outbox.created_at) as oldest
    from outbox join relay_cursors cursor on cursor.shard = outbox.shard and outbox.position > cursor.position
   group by outbox.shard
   order by outbox.shard`;

interface Waiting {
  readonly shard: number;
  readonly waiting: number;
  readonly oldest: Date;
}

/** What operations see of one service: its facts as stored, within their facilities, and what waits for Kafka. */
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
  ) {}

  /** The stream with the newest fact first, fifty at a time: `before` goes on after the last one's position. `type` is the kind of stream. */
  @Get('streams')
  @Allow('see-streams')
  async streams(
    @Asked() { by }: Context,
    @Query('type', { schema: kind }) type?: string,
    @Query('since', { schema: instant }) since?: string,
    @Query('before', { schema: count }) before?: number,
  ): Promise<{ streams: ListedStream[] }> {
    const seen = by.facilitiesFor('see-streams');
    return { streams: await this.store.newestStreams({ kind: type, since, before, facilities: seen === 'all' ? undefined : seen, limit: PAGE }) };
  }

  /** First to last, those above the version `after`; empty where there is no such stream. */
  @Get('streams/:streamId')
  @Allow('see-streams')
  async stream(
    @Param('streamId', { schema: name }) streamId: string,
    @Asked() ask: Context,
    @Query('after', { schema: count }) after = 0,
  ): Promise<{ events: ShownFact[] }> {
    const facts = await this.store.readStream(streamId);
    return visible(facts.filter(({ streamVersion }) => streamVersion > after), ask);
  }

  /** Everything recorded here about one exam, acquisition or patient. */
  @Get('events')
  @Allow('see-streams')
  async about(@Query('key', { schema: name }) key: string, @Asked() ask: Context): Promise<{ events: ShownFact[] }> {
    return visible(await this.store.readKey(key), ask);
  }

  /** Messages that the broker has not taken yet, by shard. */
  @Get('outbox')
  @Allow('see-streams')
  async outbox(): Promise<{ shards: Waiting[] }> {
    return { shards: await this.database.query<Waiting[]>(waiting) };
  }
}

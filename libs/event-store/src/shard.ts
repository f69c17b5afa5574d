import { createHash } from 'node:crypto';

/** Groups of streams that append under one lock. Final: stored events lie in them. */
export const shardCount = 12;

/** The shard of a key, the same for ever. */
export const shardOf = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0) % shardCount;

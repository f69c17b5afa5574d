import type { Transaction } from '@osteon/event-store';
import type { Actor } from '@osteon/identity';
import { z } from 'zod';

const named = z.array(z.object({ user_id: z.string(), name: z.string() }));

/** Keeps what somebody who reads or types is called, as state that can be erased: facts carry the user id alone. */
export const rememberReader = (tx: Transaction, { userId, name }: Pick<Actor, 'userId' | 'name'>): Promise<unknown> =>
  tx.query('insert into readers (user_id, name) values ($1, $2) on conflict (user_id) do update set name = excluded.name', [userId, name]);

/** The names of readers by user id; one whose name is not kept is missing. */
export const readerNames = async (tx: Transaction, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = named.parse(await tx.query('select user_id, name from readers where user_id = any($1)', [userIds]));
  return new Map(rows.map(({ user_id, name }) => [user_id, name]));
};

import type { Transaction } from './transaction.js';

/** A key of the object store that a fact names, and the first fact of the page that does. */
export interface ReferencedObject {
  readonly key: string;
  readonly streamId: string;
  readonly position: number;
}

/** One page: keys that facts name, each once, and the position to go on from; absent at the end. */
export interface ReferencedObjects {
  readonly facts: number;
  readonly objects: readonly ReferencedObject[];
  readonly after?: number;
}

/** A key is `<service>/<sha256>`, wherever in a fact's values it stands. */
const named = `
  with page as (
    select position, stream_id, data from events where position > $1 order by position limit $2
  ), keys as (
    select key #>> '{}' as key, min(position) as position
      from page cross join lateral jsonb_path_query(data, 'strict $.** ? (@.type() == "string" && @ like_regex "^[a-z]+(-[a-z]+)*/[0-9a-f]{64}$")') key
     group by 1
  )
  select (select count(*)::int from page) as facts, (select max(position)::float8 from page) as last,
         coalesce((select jsonb_agg(jsonb_build_object('key', keys.key, 'streamId', page.stream_id, 'position', page.position) order by page.position, keys.key)
                     from keys join page on page.position = keys.position), '[]') as objects`;

/** The objects that facts after a position name, from at most `limit` facts. */
export const referencedObjects = async (tx: Transaction, after: number, limit: number): Promise<ReferencedObjects> => {
  const [page] = await tx.query<{ facts: number; last: number | null; objects: ReferencedObject[] }>(named, [after, limit]);
  const { facts = 0, last = null, objects = [] } = page ?? {};
  return { facts, objects, ...(last === null || facts < limit ? {} : { after: last }) };
};

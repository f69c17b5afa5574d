import type { Transaction } from '@osteon/event-store';

/** Who may do a thing alone, and for how long without a sign of life. The database's clock counts. */
export interface Lease {
  readonly name: string;
  /** Another id in each copy of a service. */
  readonly holder: string;
  readonly forMs: number;
}

const take = `
  insert into leases (name, holder, expires_at) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
  on conflict (name) do update
     set holder = excluded.holder, expires_at = excluded.expires_at,
         term = leases.term + case when leases.holder = excluded.holder then 0 else 1 end
   where leases.holder = excluded.holder or leases.expires_at < clock_timestamp()
  returning holder`;

/** True if the lease is ours now: it was free, has run out, or was ours and is renewed. */
export const takeLease = async (tx: Transaction, { name, holder, forMs }: Lease): Promise<boolean> =>
  (await tx.query(take, [name, holder, forMs])).length > 0;

/** Lets another copy begin at once. The row stays, because its term only grows. */
export const giveLeaseBack = async (tx: Transaction, { name, holder }: Lease): Promise<void> => {
  await tx.query(`update leases set expires_at = '-infinity' where name = $1 and holder = $2`, [name, holder]);
};

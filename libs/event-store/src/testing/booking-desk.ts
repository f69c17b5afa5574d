import { join } from 'node:path';
import { serviceDatabase, type ServiceTestDatabase } from '@osteon/testing';
import { openEventStore, type EventStore } from '../event-store.js';
import type { StoreParts } from '../store-parts.js';
import type { Transaction } from '../transaction.js';
import { accessionClaim, bookingList, bookings } from './booking.js';

/** A store for bookings on a fresh schema of scheduling. */
export interface BookingDesk {
  readonly database: ServiceTestDatabase;
  readonly store: EventStore;
  /** The same schema with other parts: a second release, fixed ids. */
  reopened(parts: Partial<StoreParts>): EventStore;
  readonly sql: Transaction['query'];
}

export const noon = new Date('2026-03-02T12:00:00.000Z');

/** Opens the desk. Close its database after the tests. */
export const openBookingDesk = async (): Promise<BookingDesk> => {
  const database = await serviceDatabase('scheduling', { folders: [join(import.meta.dirname, 'migrations')] });
  const reopened = (parts: Partial<StoreParts>): EventStore =>
    openEventStore({
      service: 'scheduling',
      transactions: database.transactions,
      aggregates: [bookings],
      projections: [accessionClaim, bookingList],
      clock: { now: () => noon },
      ...parts,
    });
  const sql: Transaction['query'] = (text, params) => database.transactions.run((tx) => tx.query(text, params));
  return { database, store: reopened({}), reopened, sql };
};

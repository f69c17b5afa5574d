import { projection } from '@osteon/event-store';
import { sites } from './site.aggregate.js';

/** The documents as they stand. */
export const sitesApplied = projection(sites, 'sites', ['sites'], {
  SiteApplied: (tx, { id, streamVersion, event }) =>
    tx.query(
      `insert into sites (facility_id, version, document) values ($1, $2, $3)
       on conflict (facility_id) do update set version = excluded.version, document = excluded.document`,
      [id, streamVersion, JSON.stringify(event.data.document)],
    ),
});

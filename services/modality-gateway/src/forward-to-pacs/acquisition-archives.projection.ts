import { projection } from '@osteon/event-store';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { pauseAfter } from '../rounds/pause-after.js';

/** How far each archive has got with each acquisition; drives the sender. */
export const acquisitionArchives = projection(acquisitions, 'acquisition-archives', ['acquisition_archives'], {
  InstancesHidden: (tx, { id }) => tx.query('delete from acquisition_archives where acquisition_id = $1', [id]),
  ForwardingAttempted: (tx, { id, at, event: { data } }) =>
    tx.query(
      `insert into acquisition_archives (acquisition_id, archive_id, attempts, next_attempt_at) values ($1, $2, $3, $4)
       on conflict (acquisition_id, archive_id) do update set attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at`,
      [id, data.archiveId, data.attempt, pauseAfter(data.attempt, at)],
    ),
  InstancesForwarded: (tx, { id, event: { data } }) => {
    const count = (wanted: string): number => data.outcomes.filter(({ outcome }) => outcome === wanted).length;
    return tx.query(
      'update acquisition_archives set delivered = delivered + $3, refused = refused + $4 where acquisition_id = $1 and archive_id = $2',
      [id, data.archiveId, count('delivered'), count('refused')],
    );
  },
  StudyArchived: (tx, { id, at, event: { data } }) =>
    tx.query('update acquisition_archives set archived_at = $3 where acquisition_id = $1 and archive_id = $2', [id, data.archiveId, at]),
});

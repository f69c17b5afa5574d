import type { Transaction } from '@osteon/event-store';

/** Where each study of a facility stands, each standing once: the index is leapt through, whatever the number of studies. */
const standings = `
  with recursive standing (settled_in) as (
    (select settled_in from forwarding_progress where facility_id = $1 order by settled_in limit 1)
    union all
    select (select p.settled_in from forwarding_progress p where p.facility_id = $1 and p.settled_in > standing.settled_in order by p.settled_in limit 1)
      from standing where standing.settled_in is not null
  ) select settled_in from standing where settled_in is not null`;

/**
 * What never went comes first: one study that an archive cannot take does not stand before the others. As long as its device could
 * still take a step back (110514), or has done so, a study goes only when it is complete.
 */
const due = `
  select a.acquisition_id from forwarding_progress p
    join acquisitions a using (acquisition_id)
    left join acquisition_archives r on r.acquisition_id = a.acquisition_id and r.archive_id = $2
   where p.facility_id = $1 and p.settled_in = $4 and a.match_state = 'matched'
     and (a.complete_by is not null
          or not exists (select 1 from procedure_steps s where s.facility_id = a.facility_id and s.study_instance_uids @> array[a.study_instance_uid]
                            and (s.status = 'in-progress' or s.wrong_entry)))
     and coalesce(r.delivered + r.refused, 0) < a.instance_count and coalesce(r.next_attempt_at, '-infinity') <= $3
   order by r.next_attempt_at nulls first, a.received_at limit 20`;

/** Some of the studies (ids) of which this archive has yet to get or answer something, and may now. What it costs grows with what is open, not with what there is. */
export const openStudies = async (tx: Transaction, facilityId: string, archiveId: string, now: string): Promise<string[]> => {
  const standing = await tx.query<{ settled_in: readonly string[] }>(standings, [facilityId]);
  const open: string[] = [];
  for (const { settled_in: settledIn } of standing.filter((each) => !each.settled_in.includes(archiveId))) {
    const rows = await tx.query<{ acquisition_id: string }>(due, [facilityId, archiveId, now, settledIn]);
    open.push(...rows.map(({ acquisition_id: acquisitionId }) => acquisitionId));
  }
  return open;
};

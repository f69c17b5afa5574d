import { scheduling } from '@osteon/contracts';
import { message, type StateSource } from '@osteon/event-store';
import type { AppliedSite } from './applied-site.js';

/** The documents as they stand, for the topic `sites`. */
export const siteStates: StateSource = {
  topic: scheduling.Site.topic,
  keys: async ({ tx }, after, limit) => {
    const rows = await tx.query<{ key: string }>('select facility_id as key from sites where facility_id > $1 order by facility_id limit $2', [after, limit]);
    return rows.map(({ key }) => key);
  },
  say: async (unit, facilityId) => {
    const [site] = await unit.tx.query<AppliedSite>('select document, version from sites where facility_id = $1 for share', [facilityId]);
    if (!site) return;
    const { document, version } = site;
    unit.publish({ ...message(scheduling.Site, { ...document, version }), key: facilityId, version, facilityId });
  },
};

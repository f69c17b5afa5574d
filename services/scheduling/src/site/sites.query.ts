import type { Transaction } from '@osteon/event-store';
import type { AppliedSite } from './applied-site.js';

/** The documents of all facilities, by facility id. */
export const appliedSites = (tx: Transaction): Promise<AppliedSite[]> =>
  tx.query<AppliedSite>('select document, version from sites order by facility_id');

/** The document of one facility; nothing where none was applied. */
export const appliedSite = async (tx: Transaction, facilityId: string): Promise<AppliedSite | undefined> => {
  const [site] = await tx.query<AppliedSite>('select document, version from sites where facility_id = $1', [facilityId]);
  return site;
};

import type { scheduling } from '@osteon/contracts';
import type { Transaction } from '@osteon/event-store';

/** A facility's document and which version of it stands. */
export interface AppliedSite {
  readonly document: scheduling.SiteDocument;
  readonly version: number;
}

/** The documents of all facilities, by facility id. */
export const appliedSites = (tx: Transaction): Promise<AppliedSite[]> =>
  tx.query<AppliedSite>('select document, version from sites order by facility_id');

/** The document of one facility; nothing where none was applied. */
export const appliedSite = async (tx: Transaction, facilityId: string): Promise<AppliedSite | undefined> => {
  const [site] = await tx.query<AppliedSite>('select document, version from sites where facility_id = $1', [facilityId]);
  return site;
};

import type { scheduling } from '@osteon/contracts';
import { componentOf, repetitionsOf, type Message } from '@osteon/hl7';

/**
 * The one densitometer of the facility that the order names (IPC-9, may repeat).
 * None that is known, or several: no station, and the worklist shows the exam at all of them.
 */
export const orderStation = (order: Message, site: scheduling.SiteDocument): { stationAETitle?: string; flags: string[] } => {
  const named = repetitionsOf(order, 'IPC-9').flatMap((said) => componentOf(said, 1)?.trim() ?? []);
  const own = new Set(site.devices.flatMap(({ aeTitles }) => aeTitles));
  const known = [...new Set(named.filter((title) => own.has(title)))];
  const [stationAETitle, ...others] = known;
  const flags = named.some((title) => !own.has(title)) ? ['STATION_UNKNOWN'] : [];
  return stationAETitle !== undefined && others.length === 0 ? { stationAETitle, flags } : { flags };
};

import { sourceOf, type Source } from '../worklist-item/source.js';
import type { WorklistItemCancelled } from '../worklist-item/worklist-item.events.js';
import type { WorklistItem } from '../worklist-item/worklist-item.js';

/** Nobody is to be scanned for this exam: it leaves the worklist. One that was scanned, or that nothing is known of, stays as it is. */
export const cancelWorklistItem = (item: WorklistItem, source: Source): WorklistItemCancelled[] => {
  if (item.status !== 'open' || source.streamVersion <= (item.heard[source.subject] ?? 0)) return [];
  return [{ type: 'WorklistItemCancelled', data: { source: sourceOf(source) } }];
};

import type { WorklistItemDone } from './worklist-item.events.js';
import type { WorklistItem } from './worklist-item.js';

/** The exam's scan is complete: it leaves the worklist. */
export const finishWorklistItem = (item: WorklistItem, acquisitionId: string): WorklistItemDone[] =>
  item.status === 'open' ? [{ type: 'WorklistItemDone', data: { acquisitionId } }] : [];

import type { WorklistItemReopened } from './worklist-item.events.js';
import type { WorklistItem } from './worklist-item.js';

/** The scan that took an item off the worklist is of somebody else: the item is open again. */
export const reopenWorklistItem = (item: WorklistItem, acquisitionId: string): WorklistItemReopened[] =>
  item.status === 'done' && item.doneBy === acquisitionId ? [{ type: 'WorklistItemReopened', data: { acquisitionId } }] : [];

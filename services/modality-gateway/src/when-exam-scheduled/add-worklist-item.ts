import type { scheduling } from '@osteon/contracts';
import { sourceOf, type Source } from '../worklist-item/source.js';
import type { WorklistItemAdded } from '../worklist-item/worklist-item.events.js';
import type { WorklistItem } from '../worklist-item/worklist-item.js';

/** A scheduled exam goes on the worklist, or its latest change does; what was heard before changes nothing. */
export const addWorklistItem = (item: WorklistItem, exam: scheduling.ExamScheduledV1, source: Source): WorklistItemAdded[] => {
  const known = item.status === 'none' ? 0 : (item.heard[source.subject] ?? 0);
  if (source.streamVersion <= known) return [];
  return [{ type: 'WorklistItemAdded', data: { ...exam, source: sourceOf(source) } }];
};

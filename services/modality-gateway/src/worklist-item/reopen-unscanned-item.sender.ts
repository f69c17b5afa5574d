import type { Unit } from '@osteon/event-store';
import { countedInstances, type Acquisition } from '../acquisition/acquisition.js';
import { reopenWorklistItem } from './reopen-worklist-item.js';
import { worklistItems } from './worklist-item.js';

/** Puts the exam on the worklist again where nothing of its study counts any more, in the transaction that made it so. */
export const reopenUnscannedItem = async (unit: Unit, study: Acquisition): Promise<void> => {
  if (study.status === 'none' || study.match.state !== 'matched' || countedInstances(study).length > 0) return;
  await unit.decide(worklistItems, study.match.examId, (item) => reopenWorklistItem(item, study.acquisitionId));
};

import type { Unit } from '@osteon/event-store';
import { scannedExam, type Acquisition } from '../acquisition/acquisition.js';
import { finishWorklistItem } from './finish-worklist-item.js';
import { worklistItems } from './worklist-item.js';

/** Takes the exam off the worklist once its study is complete and read, in the transaction that made it so. */
export const finishScannedItem = async (unit: Unit, study: Acquisition): Promise<void> => {
  const examId = scannedExam(study);
  if (study.status === 'none' || examId === undefined) return;
  await unit.decide(worklistItems, examId, (item) => finishWorklistItem(item, study.acquisitionId));
};

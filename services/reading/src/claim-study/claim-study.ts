import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { StudyToRead } from '../study-to-read/study-to-read.js';
import type { StudyClaimed } from '../study-to-read/study-to-read.events.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';

/** A physician takes an exam to read it. Taking it twice is harmless. */
export const claimStudy = (study: StudyToRead, { by }: Context): StudyClaimed[] => {
  if (study.status === 'none') return refuse(studies.UNKNOWN);
  if (!by.may('read-exam', study.facilityId)) return refuse(studies.READER_NOT_ALLOWED);
  if (study.status === 'expected') return refuse(studies.NOTHING_TO_READ);
  if (study.status === 'signed') return refuse(studies.ALREADY_SIGNED);
  if (study.status !== 'ready' && study.readerId === by.userId) return [];
  if (study.status !== 'ready') return refuse(studies.ALREADY_CLAIMED, { claimedBy: study.readerId });
  return [{ type: 'StudyClaimed', data: { readerId: by.userId } }];
};

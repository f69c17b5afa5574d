import { refuse, type Transaction } from '@osteon/event-store';
import { examOfAccessionNumber } from './accession-number.claim.js';
import { examRefusals } from './exam.refusals.js';
import { examOfOrder } from './order-key.claim.js';
import { examOfStudy } from './study-instance-uid.claim.js';

/** By what an exam may be known. */
export interface ExamNames {
  readonly facilityId: string;
  readonly key?: string;
  readonly studyInstanceUID?: string;
  readonly accessionNumber?: string;
}

type Found = string | undefined;

const ifGiven = (value: string | undefined, find: (given: string) => Promise<Found>): Promise<Found> =>
  value === undefined ? Promise.resolve(undefined) : find(value);

const isAnother = (found: Found, examId: Found): found is string => found !== undefined && found !== examId;

/** The exam that an order is about: by its own number, else by the Study Instance UID, else by the accession number that it brings. */
export const findExam = async (tx: Transaction, names: ExamNames): Promise<Found> => {
  const ofOrder = await ifGiven(names.key, (key) => examOfOrder(tx, key));
  const ofStudy = await ifGiven(names.studyInstanceUID, (uid) => examOfStudy(tx, uid));
  const ofAccession = await ifGiven(names.accessionNumber, (number) => examOfAccessionNumber(tx, names.facilityId, number));
  const examId = ofOrder ?? ofStudy ?? ofAccession;
  if (isAnother(ofStudy, examId)) refuse(examRefusals.STUDY_INSTANCE_UID_TAKEN, { examId: ofStudy });
  if (isAnother(ofAccession, examId)) refuse(examRefusals.ACCESSION_NUMBER_TAKEN, { examId: ofAccession });
  return examId;
};

import { FailureReason, isStorageClass, type CommitmentResult, type Reference } from '@osteon/dicom';

/** What the receipts say of one SOP Instance UID: each different content that came under it. */
export interface KeptObject {
  readonly sopInstanceUID: string;
  readonly sopClassUID: string;
  /** Key in the object store. */
  readonly key: string;
}

/** What reading an object back has shown: its bytes have their hash, or not, or could not be read (for now). */
export type ReadBack = 'intact' | 'broken' | 'unreadable';

export type Judged = Pick<CommitmentResult, 'committed' | 'failed'>;

const reasonOfRead = { intact: undefined, broken: FailureReason.ProcessingFailure, unreadable: FailureReason.ResourceLimitation } as const;

/** Why an object is not committed (PS3.3 C.14.1.1); undefined where it is safe here. */
const reasonAgainst = ({ SOPClassUID, SOPInstanceUID }: Reference, kept: readonly KeptObject[], readBack: ReadonlyMap<string, ReadBack>): number | undefined => {
  const here = kept.filter(({ sopInstanceUID }) => sopInstanceUID === SOPInstanceUID);
  const [first, ...others] = here;
  if (!first) return isStorageClass(SOPClassUID) ? FailureReason.NoSuchObjectInstance : FailureReason.ReferencedSOPClassNotSupported;
  if (here.every(({ sopClassUID }) => sopClassUID !== SOPClassUID)) return FailureReason.ClassInstanceConflict;
  // A conflicting version: which of the two the device means nobody can say.
  if (others.some(({ key }) => key !== first.key)) return FailureReason.ProcessingFailure;
  return reasonOfRead[readBack.get(first.key) ?? 'unreadable'];
};

/** Which of the objects are safe here: kept once, under that class, and read back by their hash. */
export const judgeObjects = (references: readonly Reference[], kept: readonly KeptObject[], readBack: ReadonlyMap<string, ReadBack>): Judged => {
  const judged = references.map((reference) => ({ reference, reason: reasonAgainst(reference, kept, readBack) }));
  return {
    committed: judged.flatMap(({ reference, reason }) => (reason === undefined ? [reference] : [])),
    failed: judged.flatMap(({ reference, reason }) => (reason === undefined ? [] : [{ ...reference, reason }])),
  };
};

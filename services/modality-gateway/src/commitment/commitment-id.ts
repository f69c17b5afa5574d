import type { Reference } from '@osteon/dicom';
import { v5 as idFrom } from 'uuid';

const namespace = '5a0c2a54-6a3e-5d0f-9d5c-0d8b7c1f7e21';

/** Who asks, and under which number. */
export interface Transaction {
  readonly facilityId: string;
  readonly deviceId: string;
  readonly transactionUID: string;
}

/** The same words for the same objects, in whatever order they are named. */
const wordsOf = (references: readonly Reference[]): string =>
  [...new Set(references.map(({ SOPClassUID, SOPInstanceUID }) => `${SOPClassUID} ${SOPInstanceUID}`))].sort().join();

/** True where both name the same objects. */
export const isSameRequest = (one: readonly Reference[], other: readonly Reference[]): boolean => wordsOf(one) === wordsOf(other);

/** The stream of a request follows from its Transaction UID: the same asked again meets it. */
export const commitmentIdOf = ({ facilityId, deviceId, transactionUID }: Transaction): string =>
  idFrom(`${facilityId} ${deviceId} ${transactionUID}`, namespace);

/** The stream of a request that uses the Transaction UID of another one. */
export const clashIdOf = (transaction: Transaction, references: readonly Reference[]): string =>
  idFrom(wordsOf(references), commitmentIdOf(transaction));

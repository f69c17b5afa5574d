import { groupsOf, Hl7Error, segmentsOf, type Message } from '@osteon/hl7';
import { inGroup } from '../hl7-fields/in-group.js';
import { readIdentifiers } from '../hl7-fields/read-identifiers.js';
import { readPatientWord, type PatientWord } from '../hl7-fields/read-patient.js';
import { isSameIdentifier, type Identifier } from '../patient/demographics.js';

/** Who stays (PID), and the numbers by which they were known before (MRG-1). */
export interface MergeSaid extends PatientWord {
  readonly losers: readonly Identifier[];
}

/** What both name is no loser: hospitals send their common numbers along. */
const readMerge = (group: Message, assigningAuthority: string): MergeSaid => {
  const word = readPatientWord(group, assigningAuthority);
  if (segmentsOf(group, 'MRG').length === 0) throw new Hl7Error('100', 'MRG', 'a merge names who is merged');
  const staying = [word.key, ...word.others];
  const losers = readIdentifiers(group, 'MRG-1').filter((loser) => !staying.some((stays) => isSameIdentifier(stays, loser)));
  if (losers.length === 0) throw new Hl7Error('205', 'MRG-1', 'a patient cannot be merged with themselves');
  return { ...word, losers };
};

/** Every merge of a message, in order; the first that cannot be read refuses the message, with its position. */
export const readMerges = (message: Message, assigningAuthority: string): MergeSaid[] => {
  const groups = groupsOf(message, 'PID');
  if (groups.length === 0) throw new Hl7Error('100', 'PID', 'the message names its patient');
  return groups.map((group, index) => {
    try {
      return readMerge(group, assigningAuthority);
    } catch (error) {
      throw error instanceof Hl7Error ? inGroup(error, index) : error;
    }
  });
};

import { refusals } from '@osteon/event-store';

/** What reading says no to. Codes are public and stable. */
export const studies = refusals({
  UNKNOWN: { kind: 'absent', sentence: 'There is no such exam to read.' },
  NOTHING_TO_READ: { kind: 'conflict', sentence: 'The scan of this exam has not arrived yet.' },
  READER_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not read exams of this facility.' },
  ALREADY_CLAIMED: { kind: 'conflict', sentence: 'Another physician is reading this exam.' },
  NOT_CLAIMED_BY_YOU: { kind: 'conflict', sentence: 'Take the exam before you review it.' },
  QUALITY_NOT_STATED: { kind: 'invalid', sentence: 'State the technical quality of each scan.' },
  QUALITY_OF_NO_SCAN: { kind: 'invalid', sentence: 'A technical quality is stated for a scan that this exam does not have.' },
  FINDINGS_NOT_SETTLED: { kind: 'invalid', sentence: 'Say why the exam can be signed in spite of each finding that holds up signing.' },
  ASSESSMENT_DIFFERS: { kind: 'conflict', sentence: 'The assessment has changed since it was shown. Look at it again.' },
  POLICY_NOT_USABLE: { kind: 'conflict', sentence: 'The policy of this facility cannot be used as it stands: an administrator must mend it.' },
  TYPIST_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not type values of exams of this facility.' },
  REGION_UNKNOWN: { kind: 'invalid', sentence: 'This site has no such region.' },
  SIDE_MISSING: { kind: 'invalid', sentence: 'A hip or a forearm has a side, and other sites have none.' },
  REFERENCE_NOT_STATED: { kind: 'invalid', sentence: 'This region has T-scores against two references: say which one is meant.' },
  VALUE_IMPLAUSIBLE: { kind: 'invalid', sentence: 'This value cannot be in that unit: BMD in g/cm², BMC in g, area in cm², scores in standard deviations.' },
  VALUE_TWICE: { kind: 'invalid', sentence: 'The same value is typed twice.' },
  ALREADY_SIGNED: { kind: 'conflict', sentence: 'The report of this exam is signed.' },
});

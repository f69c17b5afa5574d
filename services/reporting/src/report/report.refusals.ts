import { refusals } from '@osteon/event-store';

/** What reporting says no to. Codes are public and stable. */
export const reports = refusals({
  NOT_DRAFTED: { kind: 'absent', sentence: 'There is no report of this exam yet.' },
  NOT_SIGNED: { kind: 'absent', sentence: 'This report is not signed yet.' },
  DRAFT_NOT_READY: { kind: 'conflict', sentence: 'The draft of this review is not ready yet. Try again in a moment.' },
  REVIEW_OUTDATED: { kind: 'conflict', sentence: 'A newer review of this exam exists. Look at the report again.' },
  REVIEW_LAPSED: { kind: 'conflict', sentence: 'The numbers of this exam have changed since it was reviewed. Review it again.' },
  CONTENT_DIFFERS: { kind: 'conflict', sentence: 'The report has changed since it was shown. Look at it again.' },
  SIGNER_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not write or sign reports of this facility.' },
  ALREADY_SIGNED: { kind: 'conflict', sentence: 'This report is signed.' },
  PATIENT_UNKNOWN: { kind: 'conflict', sentence: 'The patient of this report is not known here (yet), or was erased.' },
  SECTIONS_DIFFER: { kind: 'invalid', sentence: 'A draft keeps its sections; only their text can be changed.' },
  NOT_PRINTABLE: { kind: 'invalid', sentence: 'The report has characters that its fonts do not have.' },
});

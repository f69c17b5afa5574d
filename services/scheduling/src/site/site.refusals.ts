import { refusals } from '@osteon/event-store';

/** Why a site document is not applied. */
export const siteRefusals = refusals({
  SITE_NOT_ALLOWED: { kind: 'forbidden', sentence: 'You may not configure this facility.' },
  SITE_OTHER_FACILITY: { kind: 'invalid', sentence: 'The document names another facility than the address.' },
  SITE_AMBIGUOUS: { kind: 'invalid', sentence: 'The document could not be followed without doubt; each place is named.' },
});

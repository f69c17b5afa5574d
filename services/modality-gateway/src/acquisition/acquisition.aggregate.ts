import type { Aggregate } from '@osteon/event-store';
import type { AcquisitionEvent } from './acquisition.events.js';
import { evolveAcquisition, type Acquisition } from './acquisition.js';
import { publishedAcquisitions } from './acquisition.published.js';

/** The stream of one study; published under the exam that it had at birth, else under its own id. */
export const acquisitions: Aggregate<Acquisition, AcquisitionEvent> = {
  name: 'acquisition',
  initial: { status: 'none' },
  evolve: evolveAcquisition,
  facilityOf: (study) => (study.status === 'none' ? '' : study.facilityId),
  keyOf: (study) => (study.status === 'none' ? undefined : study.bornUnder),
  published: publishedAcquisitions,
};

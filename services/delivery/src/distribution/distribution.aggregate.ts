import type { Aggregate } from '@osteon/event-store';
import { evolveDistribution, type Distribution } from './distribution.js';
import type { DistributionEvent } from './distribution.events.js';

/** The stream of one report as delivery hears of it; its id is the report's. It says nothing to the outside. */
export const distributions: Aggregate<Distribution, DistributionEvent> = {
  name: 'distribution',
  initial: { status: 'none' },
  evolve: evolveDistribution,
  facilityOf: (distribution) => (distribution.status === 'none' ? '' : distribution.facilityId),
  keyOf: (distribution) => (distribution.status === 'none' ? undefined : distribution.examId),
};

import type { Aggregate } from '@osteon/event-store';
import type { WorklistItemEvent } from './worklist-item.events.js';

/** What the worklist knows of one exam. */
export type WorklistItem =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'cancelled' | 'done';
      readonly facilityId: string;
      /** The acquisition that took it off the worklist. */
      readonly doneBy?: string;
      /** Last version heard of each foreign stream. */
      readonly heard: Readonly<Record<string, number>>;
    };

const evolve = (item: WorklistItem, event: WorklistItemEvent): WorklistItem => {
  switch (event.type) {
    case 'WorklistItemAdded': {
      const { facilityId, source } = event.data;
      const before = item.status === 'none' ? { heard: {} } : item;
      const heard = { ...before.heard, [source.subject]: source.streamVersion };
      return { ...before, status: item.status === 'done' ? 'done' : 'open', facilityId, heard };
    }
    case 'WorklistItemCancelled': {
      const { subject, streamVersion } = event.data.source;
      return item.status === 'none' ? item : { ...item, status: 'cancelled', heard: { ...item.heard, [subject]: streamVersion } };
    }
    case 'WorklistItemDone':
      return item.status === 'none' ? item : { ...item, status: 'done', doneBy: event.data.acquisitionId };
    case 'WorklistItemReopened':
      return item.status === 'none' ? item : { ...item, status: 'open' };
  }
};

/** The stream of one exam on the worklist; its id is the exam's id. Private to this service. */
export const worklistItems: Aggregate<WorklistItem, WorklistItemEvent> = {
  name: 'worklist-item',
  initial: { status: 'none' },
  evolve,
  facilityOf: (item) => (item.status === 'none' ? '' : item.facilityId),
};

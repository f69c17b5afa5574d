import { given } from '@osteon/testing';
import { acquisitionId } from '../testing/exam-a1.story.js';
import { examScheduled, fromScheduling } from '../testing/north.story.js';
import { addWorklistItem } from '../when-exam-scheduled/add-worklist-item.js';
import { finishWorklistItem } from './finish-worklist-item.js';
import type { Source } from './source.js';
import type { WorklistItemAdded, WorklistItemDone } from './worklist-item.events.js';
import { worklistItems, type WorklistItem } from './worklist-item.js';

const added = (source: Source = fromScheduling): WorklistItemAdded => ({ type: 'WorklistItemAdded', data: { ...examScheduled, source } });
const done: WorklistItemDone = { type: 'WorklistItemDone', data: { acquisitionId } };
const version = (streamVersion: number): Source => ({ ...fromScheduling, streamVersion });
const hear = (source: Source) => (item: WorklistItem) => addWorklistItem(item, examScheduled, source);
const finish = (item: WorklistItem) => finishWorklistItem(item, acquisitionId);

describe('an exam on the worklist', () => {
  it('is added when it is scheduled, and again when it is changed', () => {
    given(worklistItems).when(hear(version(1))).then(added(version(1)));
    given(worklistItems, added(version(1))).when(hear(version(3))).then(added(version(3)));
  });

  it('remembers of where it was heard only what it must', () => {
    const more = { ...version(1), eventId: 'e', at: '2026-03-02T07:30:00Z' };
    given(worklistItems).when(hear(more)).then(added(version(1)));
  });

  it('is not changed by what was heard before, or is older', () => {
    given(worklistItems, added(version(3))).when(hear(version(3))).thenNothing();
    given(worklistItems, added(version(3))).when(hear(version(2))).thenNothing();
  });

  it('leaves when its scan is complete and read, once', () => {
    given(worklistItems, added()).when(finish).then(done);
    given(worklistItems, added(), done).when(finish).thenNothing();
    given(worklistItems).when(finish).thenNothing();
  });

  it('does not come back by a change after its scan', () => {
    given(worklistItems, added(version(1)), done, added(version(2))).when(finish).thenNothing();
  });
});

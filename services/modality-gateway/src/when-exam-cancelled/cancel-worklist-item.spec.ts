import { context, given, service } from '@osteon/testing';
import { examScheduled, fromScheduling } from '../testing/north.story.js';
import { addWorklistItem } from '../when-exam-scheduled/add-worklist-item.js';
import { worklistItems } from '../worklist-item/worklist-item.js';
import type { WorklistItemAdded, WorklistItemCancelled, WorklistItemDone } from '../worklist-item/worklist-item.events.js';
import { cancelWorklistItem } from './cancel-worklist-item.js';

const scheduling = context(service('modality-gateway'));
const from = (streamVersion: number) => ({ ...fromScheduling, streamVersion });
const added: WorklistItemAdded = { type: 'WorklistItemAdded', data: { ...examScheduled, source: from(1) } };
const cancelled: WorklistItemCancelled = { type: 'WorklistItemCancelled', data: { source: from(2) } };
const done: WorklistItemDone = { type: 'WorklistItemDone', data: { acquisitionId: '0190a000-0000-7000-8000-0000000000b1' } };

describe('a cancelled exam', () => {
  it('leaves the worklist', () => {
    given(worklistItems, added).when((item) => cancelWorklistItem(item, from(2)), scheduling).then(cancelled);
  });

  it('changes nothing when it is heard again, was never known, or is scanned', () => {
    given(worklistItems, added, cancelled).when((item) => cancelWorklistItem(item, from(2)), scheduling).thenNothing();
    given(worklistItems).when((item) => cancelWorklistItem(item, from(2)), scheduling).thenNothing();
    given(worklistItems, added, done).when((item) => cancelWorklistItem(item, from(2)), scheduling).thenNothing();
  });

  it('comes back when it is scheduled again, and not by what was said before', () => {
    const again: WorklistItemAdded = { type: 'WorklistItemAdded', data: { ...examScheduled, source: from(3) } };
    given(worklistItems, added, cancelled).when((item) => addWorklistItem(item, examScheduled, from(1)), scheduling).thenNothing();
    given(worklistItems, added, cancelled).when((item) => addWorklistItem(item, examScheduled, from(3)), scheduling).then(again);
    given(worklistItems, added, cancelled, again).when((item) => cancelWorklistItem(item, from(2)), scheduling).thenNothing();
  });
});

import { given } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { Acquisition } from '../acquisition/acquisition.js';
import type { FiledInstance, InstancesHidden } from '../acquisition/acquisition.events.js';
import { completeByMpps, completeByQuietTime } from '../complete-acquisition/complete-acquisition.js';
import { fileInstances } from '../file-instances/file-instances.js';
import { dueFor } from '../forward-to-pacs/forward-to-pacs.js';
import type { StepOfStudy } from '../procedure-step/step-of-study.js';
import { readMeasurements } from '../read-measurements/read-measurements.js';
import { acquisitionId, archived, attempted, begun, completed, femur, filed, forwarded, late, measured, otherSpine, outcome, spine } from '../testing/exam-a1.story.js';
import { examScheduled, fromScheduling } from '../testing/north.story.js';
import { finishWorklistItem } from '../worklist-item/finish-worklist-item.js';
import { reopenWorklistItem } from '../worklist-item/reopen-worklist-item.js';
import type { WorklistItemEvent } from '../worklist-item/worklist-item.events.js';
import { worklistItems } from '../worklist-item/worklist-item.js';
import { hideInstances } from './hide-instances.js';

const listing = (...instances: readonly FiledInstance[]) => instances.map(({ sopClassUID, sopInstanceUID }) => ({ SOPClassUID: sopClassUID, SOPInstanceUID: sopInstanceUID }));
const wrong = (...instances: readonly FiledInstance[]): StepOfStudy => ({ status: 'discontinued', wrongEntry: true, references: listing(...instances) });
const brokenOff: StepOfStudy = { status: 'discontinued', wrongEntry: false, references: [] };
const under = (status: StepOfStudy['status'], ...instances: readonly FiledInstance[]): StepOfStudy => ({ status, wrongEntry: false, references: listing(...instances) });
const by = (...steps: readonly StepOfStudy[]) => (study: Acquisition) => hideInstances(study, steps);
const hidden = (...instances: readonly FiledInstance[]): InstancesHidden => ({ type: 'InstancesHidden', data: { sopInstanceUIDs: instances.map(({ sopInstanceUID }) => sopInstanceUID) } });
const stateOf = (...events: Parameters<typeof acquisitions.evolve>[1][]) => events.reduce<Acquisition>(acquisitions.evolve, acquisitions.initial);

describe('what came under the wrong worklist entry', () => {
  it('is hidden, listed by its step or not', () => {
    given(acquisitions, begun, filed(spine, femur)).when(by(wrong())).then(hidden(spine, femur));
    given(acquisitions, begun, filed(spine, femur)).when(by(wrong(spine))).then(hidden(spine, femur));
    given(acquisitions, begun, filed(spine), hidden(spine)).when(by(wrong(spine))).thenNothing();
    given(acquisitions).when(by(wrong())).thenNothing();
  });

  it('is not what came before there was a step, nor under a step that was broken off for another reason', () => {
    given(acquisitions, begun, filed(spine)).when(by()).thenNothing();
    given(acquisitions, begun, filed(spine)).when(by(brokenOff)).thenNothing();
  });

  it('stays apart from what came under a right step of the same study', () => {
    given(acquisitions, begun, filed(spine, femur)).when(by(wrong(spine), under('in-progress'))).then(hidden(spine));
    given(acquisitions, begun, filed(spine, femur)).when(by(wrong(spine), under('completed', spine, femur))).thenNothing();
    given(acquisitions, begun, filed(spine), hidden(spine), filed(femur)).when(by(wrong(), under('in-progress'))).thenNothing();
  });

  it('is hidden when it is filed after the step was taken back', () => {
    const arrival = { begun: begun.data, associationId: filed().data.associationId, expected: [], steps: [wrong(spine)] };
    given(acquisitions)
      .when((study) => fileInstances(study, { ...arrival, instances: [spine] }))
      .then(begun, filed(spine), hidden(spine));
    given(acquisitions, begun, filed(spine), hidden(spine))
      .when((study) => fileInstances(study, { ...arrival, instances: [spine] }))
      .thenNothing();
  });

  it('does not make a study complete, is not read and goes nowhere', () => {
    given(acquisitions, begun, filed(spine), hidden(spine)).when(completeByQuietTime).thenNothing();
    given(acquisitions, begun, filed(spine), hidden(spine))
      .when((study) => completeByMpps(study, [wrong(spine), under('completed', spine)]))
      .thenNothing();
    given(acquisitions, begun, filed(spine, femur), completed, hidden(spine))
      .when((study) => readMeasurements(study, measured(2).data))
      .thenNothing();
    const study = stateOf(begun, filed(spine, femur), hidden(spine));
    expect(study.status === 'begun' && dueFor(study, 'pacs')).toEqual([femur.sopInstanceUID]);
  });

  it('leaves a study that was complete as if it had yet to come', () => {
    const told = [begun, filed(spine, femur), completed, measured(), attempted(1, spine, femur), forwarded(1, outcome(spine, 'delivered'), outcome(femur, 'delivered')), archived()];
    expect(stateOf(...told, hidden(spine, femur))).toMatchObject({ completeBy: undefined, measurements: undefined, forwarding: {} });
    expect(stateOf(...told, hidden(femur))).toMatchObject({ completeBy: 'profile', measurements: undefined, forwarding: {} });
    expect(stateOf(...told, hidden(femur))).toHaveProperty('forwarding', {});
    const again = stateOf(...told, hidden(spine, femur), filed(late), completed);
    expect(readMeasurements(again, measured(1).data)).toEqual([measured(1)]);
    expect(again.status === 'begun' && dueFor(again, 'pacs')).toEqual([late.sopInstanceUID]);
  });

  it('takes its conflicting version with it', () => {
    const study = stateOf(begun, filed(spine, { ...otherSpine, conflicting: true }), hidden(spine));
    expect(study.status === 'begun' && study.instances.map((instance) => instance.hidden)).toEqual([true, true]);
  });
});

describe('the worklist item of a scan that was of the wrong entry', () => {
  const added: WorklistItemEvent = { type: 'WorklistItemAdded', data: { ...examScheduled, source: fromScheduling } };
  const done: WorklistItemEvent = { type: 'WorklistItemDone', data: { acquisitionId } };
  const reopened: WorklistItemEvent = { type: 'WorklistItemReopened', data: { acquisitionId } };

  it('is open again, where it was that scan that took it off', () => {
    given(worklistItems, added, done).when((item) => reopenWorklistItem(item, acquisitionId)).then(reopened);
    given(worklistItems, added, done, added).when((item) => reopenWorklistItem(item, acquisitionId)).then(reopened);
    given(worklistItems, added, done).when((item) => reopenWorklistItem(item, 'another')).thenNothing();
    given(worklistItems, added).when((item) => reopenWorklistItem(item, acquisitionId)).thenNothing();
    given(worklistItems, added, done, reopened).when((item) => finishWorklistItem(item, 'another')).then({ type: 'WorklistItemDone', data: { acquisitionId: 'another' } });
  });
});

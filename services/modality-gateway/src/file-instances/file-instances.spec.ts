import { given } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { Acquisition } from '../acquisition/acquisition.js';
import type { FiledInstance } from '../acquisition/acquisition.events.js';
import type { Expected } from '../complete-acquisition/complete-acquisition.js';
import { begun, completed, femur, filed, late, object, otherSpine, spine } from '../testing/exam-a1.story.js';
import { fileInstances } from './file-instances.js';

const profile: Expected[] = [
  { protocolName: 'AP Spine', kind: 'image' },
  { protocolName: 'Left Femur', kind: 'image' },
];

const arriving =
  (instances: readonly FiledInstance[], expected: readonly Expected[] = []) =>
  (study: Acquisition) =>
    fileInstances(study, { begun: begun.data, associationId: filed().data.associationId, instances, expected, steps: [] });

const conflicting = (instance: FiledInstance): FiledInstance => ({ ...instance, conflicting: true });

describe('filing what an association brought', () => {
  it('begins the study with its first objects', () => {
    given(acquisitions).when(arriving([spine, femur])).then(begun, filed(spine, femur));
  });

  it('adds to a study that has begun', () => {
    given(acquisitions, begun, filed(spine)).when(arriving([femur])).then(filed(femur));
  });

  it('completes the study when its profile is fulfilled, by one association or by two', () => {
    given(acquisitions).when(arriving([spine, femur], profile)).then(begun, filed(spine, femur), completed);
    given(acquisitions, begun, filed(spine)).when(arriving([femur], profile)).then(filed(femur), completed);
    given(acquisitions).when(arriving([spine], profile)).then(begun, filed(spine));
  });

  it('completes a study once', () => {
    given(acquisitions, begun, filed(spine, femur), completed).when(arriving([late], profile)).then(filed(late));
  });

  it('takes the same object with the same bytes for one, also within an association', () => {
    given(acquisitions, begun, filed(spine)).when(arriving([spine])).thenNothing();
    given(acquisitions).when(arriving([spine, spine, femur])).then(begun, filed(spine, femur));
    given(acquisitions, begun, filed(spine)).when(arriving([spine, femur])).then(filed(femur));
  });

  it('keeps other bytes under a known SOP Instance UID as a conflicting version', () => {
    given(acquisitions, begun, filed(spine)).when(arriving([otherSpine])).then(filed(conflicting(otherSpine)));
    given(acquisitions).when(arriving([spine, otherSpine])).then(begun, filed(spine, conflicting(otherSpine)));
  });

  it('takes a conflicting version that comes again for one, and a third one for another', () => {
    const third = { ...spine, object: object('8') };
    given(acquisitions, begun, filed(spine), filed(conflicting(otherSpine)))
      .when(arriving([otherSpine, third]))
      .then(filed(conflicting(third)));
  });

  it('does not complete a study by a conflicting version', () => {
    const posing = { ...otherSpine, protocolName: 'Left Femur' };
    given(acquisitions, begun, filed(spine)).when(arriving([posing], profile)).then(filed(conflicting(posing)));
  });
});

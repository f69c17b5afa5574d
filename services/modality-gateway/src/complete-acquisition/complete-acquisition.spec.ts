import { given } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { Acquisition } from '../acquisition/acquisition.js';
import type { FiledInstance } from '../acquisition/acquisition.events.js';
import { begun, completed, femur, filed, spine } from '../testing/exam-a1.story.js';
import { completeByProfile, completeByQuietTime, type Expected } from './complete-acquisition.js';

const by = (...expected: readonly Expected[]) => (study: Acquisition) => completeByProfile(study, expected);
const image = (protocolName: string): Expected => ({ protocolName, kind: 'image' });
const report: FiledInstance = { ...spine, sopInstanceUID: '1.2.9', kind: 'results', protocolName: undefined };

describe('a study is complete by the profile of its device', () => {
  it('when each expected image is here', () => {
    given(acquisitions, begun, filed(spine, femur)).when(by(image('AP Spine'), image('Left Femur'))).then(completed);
    given(acquisitions, begun, filed(spine)).when(by(image('AP Spine'), image('Left Femur'))).thenNothing();
  });

  it('when a report of results is here, whatever protocol it names', () => {
    const expected = by(image('AP Spine'), { protocolName: 'Results', kind: 'results' });
    given(acquisitions, begun, filed(spine, report)).when(expected).then(completed);
    given(acquisitions, begun, filed(spine)).when(expected).thenNothing();
  });

  it('not by an image under another protocol, nor by a report for an image', () => {
    given(acquisitions, begun, filed(femur)).when(by(image('AP Spine'))).thenNothing();
    given(acquisitions, begun, filed({ ...report, protocolName: 'AP Spine' })).when(by(image('AP Spine'))).thenNothing();
  });

  it('never by a profile that expects nothing, never twice, and never before it has begun', () => {
    given(acquisitions, begun, filed(spine)).when(by()).thenNothing();
    given(acquisitions, begun, filed(spine), completed).when(by(image('AP Spine'))).thenNothing();
    given(acquisitions).when(by(image('AP Spine'))).thenNothing();
  });
});

describe('a study is complete when it was quiet', () => {
  it('once something is here', () => {
    given(acquisitions, begun, filed(spine)).when(completeByQuietTime).then({ type: 'AcquisitionCompleted', data: { completeBy: 'quiet-time' } });
    given(acquisitions, begun).when(completeByQuietTime).thenNothing();
    given(acquisitions).when(completeByQuietTime).thenNothing();
  });

  it('once', () => {
    given(acquisitions, begun, filed(spine), completed).when(completeByQuietTime).thenNothing();
  });
});

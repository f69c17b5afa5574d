import { given } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { Acquisition } from '../acquisition/acquisition.js';
import type { ForwardOutcome } from '../acquisition/acquisition.events.js';
import { archived, attempted, begun, begunAs, femur, filed, forwarded, late, metAgain, otherSpine, outcome, spine, unmatched } from '../testing/exam-a1.story.js';
import { beginForwarding, recordForwarding } from './forward-to-pacs.js';

const begin = (study: Acquisition) => beginForwarding(study, 'pacs');
const answers =
  (...outcomes: readonly ForwardOutcome[]) =>
  (study: Acquisition) =>
    recordForwarding(study, { archiveId: 'pacs', outcomes });

const here = [begun, filed(spine, femur)];
const tried = [...here, attempted(1, spine, femur)];
const done = [outcome(spine, 'delivered', '0000'), outcome(femur, 'delivered', 'B000')];

describe('an attempt to forward', () => {
  it('takes what is here, and what came since', () => {
    given(acquisitions, ...here).when(begin).then(attempted(1, spine, femur));
    given(acquisitions, ...tried, forwarded(1, ...done), archived(), filed(late)).when(begin).then(attempted(2, late));
  });

  it('leaves out a conflicting version', () => {
    given(acquisitions, ...here, filed({ ...otherSpine, conflicting: true })).when(begin).then(attempted(1, spine, femur));
  });

  it('waits for the exam of an unmatched study', () => {
    given(acquisitions, begunAs(unmatched), filed(spine)).when(begin).thenNothing();
    given(acquisitions, begunAs(unmatched), filed(spine), metAgain()).when(begin).then(attempted(1, spine));
    given(acquisitions).when(begin).thenNothing();
  });

  it.each(['uncertain', 'unsent'] as const)('takes again what is %s', (said) => {
    const events = [...tried, forwarded(1, outcome(spine, 'delivered'), outcome(femur, said))];
    given(acquisitions, ...events).when(begin).then(attempted(2, femur));
  });

  it('is made again when the one before was left without an outcome', () => {
    given(acquisitions, ...tried).when(begin).then(attempted(2, spine, femur));
  });

  it('takes nothing again that an archive took or refused for good', () => {
    given(acquisitions, ...tried, forwarded(1, outcome(spine, 'delivered'), outcome(femur, 'refused', '0122'))).when(begin).thenNothing();
  });

  it('is for each archive its own', () => {
    given(acquisitions, ...tried, forwarded(1, ...done), archived())
      .when((study) => beginForwarding(study, 'second'))
      .then({ type: 'ForwardingAttempted', data: { archiveId: 'second', attempt: 1, sopInstanceUIDs: attempted(1, spine, femur).data.sopInstanceUIDs } });
  });
});

describe('what an archive answered', () => {
  it('makes the study archived when all of it was delivered', () => {
    given(acquisitions, ...tried).when(answers(...done)).then(forwarded(1, ...done), archived(2));
  });

  it('makes the study archived when the last of it was delivered', () => {
    const first = [...tried, forwarded(1, outcome(spine, 'delivered'), outcome(femur, 'uncertain')), attempted(2, femur)];
    given(acquisitions, ...first).when(answers(outcome(femur, 'delivered'))).then(forwarded(2, outcome(femur, 'delivered')), archived(2));
  });

  it.each(['refused', 'uncertain', 'unsent'] as const)('does not make it archived when something is %s', (said) => {
    const answer = [outcome(spine, 'delivered'), outcome(femur, said)];
    given(acquisitions, ...tried).when(answers(...answer)).then(forwarded(1, ...answer));
  });

  it('does not make it archived while something that came meanwhile has not gone', () => {
    given(acquisitions, ...tried, filed(late)).when(answers(...done)).then(forwarded(1, ...done));
  });

  it('makes it archived once', () => {
    const whole = [...tried, forwarded(1, ...done), archived(), filed(late), attempted(2, late)];
    given(acquisitions, ...whole).when(answers(outcome(late, 'delivered'))).then(forwarded(2, outcome(late, 'delivered')));
  });

  it('counts once, should two copies of the sender have sent the same', () => {
    given(acquisitions, ...tried, forwarded(1, ...done), archived()).when(answers(...done)).thenNothing();
    given(acquisitions, ...tried, forwarded(1, outcome(spine, 'delivered')))
      .when(answers(...done))
      .then(forwarded(1, outcome(femur, 'delivered', 'B000')), archived(2));
  });

  it('says nothing of a study that never came', () => {
    given(acquisitions).when(answers(...done)).thenNothing();
  });
});

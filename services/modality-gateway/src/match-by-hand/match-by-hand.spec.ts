import { context, drLee, drSilva, examA1, given, mrTanaka, msFrank, msNovak, msOkafor, NORTH, SOUTH } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { AcquisitionBegun, StudyMatchedAgain } from '../acquisition/acquisition.events.js';
import { acquisitionRefusals } from '../acquisitions/acquisitions.refusals.js';
import type { Match } from '../match-study/match-study.js';
import { matchByHand, type ChosenExam } from './match-by-hand.js';

const begun = (match: Match): AcquisitionBegun => ({
  type: 'AcquisitionBegun',
  data: { acquisitionId: 'the-study', facilityId: NORTH, studyInstanceUID: '1.2.3', deviceId: 'idxa-1', match },
});
const unmatched = begun({ state: 'unmatched', candidates: [], why: ['NO_EXAM_NAMED'] });
const chosen: ChosenExam = { examId: examA1.examId, facilityId: NORTH, patientId: msOkafor.patientId, patientIsHere: true, hasStudy: false };
const hand = { state: 'matched', examId: examA1.examId, patientId: msOkafor.patientId, by: 'hand' } as const;
const met: StudyMatchedAgain = { type: 'StudyMatchedAgain', data: { match: hand } };
const desk = context(msFrank);

const meet = (exam: ChosenExam | undefined) => (study: Parameters<typeof matchByHand>[0], asking: Parameters<typeof matchByHand>[2]) => matchByHand(study, exam, asking);

describe('matching a study by hand', () => {
  it.each(['ambiguous', 'suggested', 'unmatched'] as const)('gives an %s study the exam that the front desk chose', (state) => {
    given(acquisitions, begun({ state, candidates: [examA1.examId], why: [] })).when(meet(chosen), desk).then(met);
  });

  it('is open to technologists', () => {
    given(acquisitions, unmatched).when(meet(chosen), context(mrTanaka)).then(met);
  });

  it('flags a second study of the same exam', () => {
    given(acquisitions, unmatched)
      .when(meet({ ...chosen, hasStudy: true }), desk)
      .then({ type: 'StudyMatchedAgain', data: { match: { ...hand, second: true } } });
  });

  it('changes nothing when the same is said again', () => {
    given(acquisitions, unmatched, met).when(meet(chosen), desk).thenNothing();
  });

  it('refuses another exam for a study that has met one, and names that one', () => {
    given(acquisitions, unmatched, met)
      .when(meet({ ...chosen, examId: 'another' }), desk)
      .thenRefused(acquisitionRefusals.ALREADY_MATCHED, { examId: examA1.examId });
  });

  it('refuses a study that nobody knows', () => {
    given(acquisitions).when(meet(chosen), desk).thenRefused(acquisitionRefusals.UNKNOWN);
  });

  it('refuses an exam that nobody knows', () => {
    given(acquisitions, unmatched).when(meet(undefined), desk).thenRefused(acquisitionRefusals.EXAM_UNKNOWN);
  });

  it('refuses an exam of another facility', () => {
    given(acquisitions, unmatched).when(meet({ ...chosen, facilityId: SOUTH }), desk).thenRefused(acquisitionRefusals.OTHER_FACILITY);
  });

  it('refuses an exam whose patient is not here: nobody could tell whose images they are', () => {
    given(acquisitions, unmatched).when(meet({ ...chosen, patientIsHere: false }), desk).thenRefused(acquisitionRefusals.PATIENT_NOT_HERE);
  });

  it.each([
    ['a physician', drLee],
    ['somebody of another hospital', drSilva],
    ['an administrator', msNovak],
  ])('refuses %s', (_, who) => {
    given(acquisitions, unmatched).when(meet(chosen), context(who)).thenRefused(acquisitionRefusals.MATCHER_NOT_ALLOWED);
  });
});

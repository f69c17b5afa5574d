import { context, drKim, drLee, drSilva, given, mrTanaka } from '@osteon/testing';
import { arrived, claimedByLee, expected } from '../testing/exam-a1.story.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { claimStudy } from './claim-study.js';

describe('taking an exam to read it', () => {
  it('gives a scanned exam to the physician who takes it', () => {
    given(studyToRead, expected, arrived).when(claimStudy, context(drLee)).then(claimedByLee);
  });

  it('gives an exam whose order has not been heard yet', () => {
    given(studyToRead, arrived).when(claimStudy, context(drLee)).then(claimedByLee);
  });

  it('changes nothing when the same physician takes it again', () => {
    given(studyToRead, expected, arrived, claimedByLee).when(claimStudy, context(drLee)).thenNothing();
  });

  it('refuses a second physician and names the first', () => {
    given(studyToRead, expected, arrived, claimedByLee).when(claimStudy, context(drKim)).thenRefused(studies.ALREADY_CLAIMED, { claimedBy: 'dr-lee' });
  });

  it('refuses an exam that was not scanned yet', () => {
    given(studyToRead, expected).when(claimStudy, context(drLee)).thenRefused(studies.NOTHING_TO_READ);
  });

  it('refuses an exam that nobody knows', () => {
    given(studyToRead).when(claimStudy, context(drLee)).thenRefused(studies.UNKNOWN);
  });

  it('refuses a physician of another hospital', () => {
    given(studyToRead, expected, arrived).when(claimStudy, context(drSilva)).thenRefused(studies.READER_NOT_ALLOWED);
  });

  it('refuses a technologist', () => {
    given(studyToRead, expected, arrived).when(claimStudy, context(mrTanaka)).thenRefused(studies.READER_NOT_ALLOWED);
  });
});

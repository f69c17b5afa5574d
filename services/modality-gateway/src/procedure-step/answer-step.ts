import { Status, StepMayNoLongerBeUpdated, type Answered } from '@osteon/dicom';

const answers: Readonly<Record<string, Answered>> = {
  STEP_MUST_BEGIN_IN_PROGRESS: { status: Status.InvalidAttributeValue },
  STEP_STATUS_UNKNOWN: { status: Status.InvalidAttributeValue },
  STEP_EXISTS: { status: Status.DuplicateSOPInstance },
  STEP_UNKNOWN: { status: Status.NoSuchSOPInstance },
  STEP_ENDED: {
    status: Status.ProcessingFailure,
    errorID: StepMayNoLongerBeUpdated,
    // PS3.4 F.7.2.2.4 names the comment too.
    errorComment: 'Performed Procedure Step Object may no longer be updated',
  },
};

/** The DIMSE answer to a refusal of MPPS (PS3.7 annex C, PS3.4 F.7.2). */
export const answerStep = (code: string): Answered => answers[code] ?? { status: Status.ProcessingFailure };

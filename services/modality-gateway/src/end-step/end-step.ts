import type { Keywords } from '@osteon/dicom';
import { refuse } from '@osteon/event-store';
import type { ProcedureStepEvent } from '../procedure-step/procedure-step.events.js';
import { stepRefusals } from '../procedure-step/procedure-step.refusals.js';
import type { ProcedureStep } from '../procedure-step/procedure-step.js';
import { lacking, reasonOf, referencesOf, statusOf } from '../procedure-step/said-of-step.js';

/** What a step must have at its end (PS3.4 table F.7.2-1, final state). */
const wanted = ['PerformedProcedureStepEndDate', 'PerformedProcedureStepEndTime', 'PerformedSeriesSequence'];
/** Incorrect worklist entry selected (CID 9300). */
const WRONG_ENTRY = '110514';

const discontinued = (attributes: Keywords): ProcedureStepEvent => {
  const reason = reasonOf(attributes);
  const said = { references: referencesOf(attributes), lacks: lacking(attributes, wanted) };
  return { type: 'StepDiscontinued', data: { ...said, ...(reason && { reason }), wrongEntry: reason === WRONG_ENTRY } };
};

/** A word of the device about a step that it has begun; both ends are final, and what is missing is noted. */
export const endStep = (step: ProcedureStep, attributes: Keywords): ProcedureStepEvent[] => {
  if (step.status === 'none') refuse(stepRefusals.STEP_UNKNOWN);
  if (step.status !== 'in-progress') refuse(stepRefusals.STEP_ENDED);
  const references = referencesOf(attributes);
  switch (statusOf(attributes) ?? 'IN PROGRESS') {
    case 'IN PROGRESS':
      return references.length > 0 ? [{ type: 'StepContinued', data: { references } }] : [];
    case 'COMPLETED':
      return [{ type: 'StepCompleted', data: { references, lacks: lacking(attributes, wanted) } }];
    case 'DISCONTINUED':
      return [discontinued(attributes)];
    default:
      return refuse(stepRefusals.STEP_STATUS_UNKNOWN);
  }
};

import type { Keywords } from '@osteon/dicom';
import { refuse } from '@osteon/event-store';
import type { StepBegun } from '../procedure-step/procedure-step.events.js';
import { stepRefusals } from '../procedure-step/procedure-step.refusals.js';
import type { ProcedureStep } from '../procedure-step/procedure-step.js';
import { lacking, statusOf } from '../procedure-step/said-of-step.js';

/** What a step must have at its beginning (PS3.4 table F.7.2-1, type 1 of N-CREATE). */
const wanted = [
  'ScheduledStepAttributesSequence',
  'PerformedProcedureStepID',
  'PerformedStationAETitle',
  'PerformedProcedureStepStartDate',
  'PerformedProcedureStepStartTime',
  'Modality',
];

/** A device begins to perform. Only a second beginning and a beginning at another status are refused; what is missing is noted. */
export const beginStep = (step: ProcedureStep, begun: Omit<StepBegun['data'], 'lacks'>, attributes: Keywords): StepBegun[] => {
  if (step.status !== 'none') refuse(stepRefusals.STEP_EXISTS);
  if (statusOf(attributes) !== 'IN PROGRESS') refuse(stepRefusals.STEP_MUST_BEGIN_IN_PROGRESS);
  return [{ type: 'StepBegun', data: { ...begun, lacks: lacking(attributes, wanted) } }];
};

import { modalityGateway } from '@osteon/contracts';
import { message, type Publisher } from '@osteon/event-store';
import type { ProcedureStep } from './procedure-step.js';
import type { ProcedureStepEvent } from './procedure-step.events.js';

const about = (step: ProcedureStep) =>
  step.status === 'none' || step.match.state !== 'matched'
    ? undefined
    : { stepId: step.stepId, examId: step.match.examId, facilityId: step.facilityId, deviceId: step.deviceId };

/** What the other services hear of a step that has met its exam; of the end they hear by the scan itself. */
export const publishedProcedureSteps: Publisher<ProcedureStep, ProcedureStepEvent> = {
  StepBegun: (_, step) => {
    const said = about(step);
    return said && message(modalityGateway.ScanStarted, said, said.examId);
  },
  StepDiscontinued: ({ event: { data } }, step) => {
    const said = about(step);
    const { reason, wrongEntry } = data;
    return said && message(modalityGateway.ScanDiscontinued, { ...said, ...(reason && { reason }), wrongEntry }, said.examId);
  },
};

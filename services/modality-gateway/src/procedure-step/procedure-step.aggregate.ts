import type { Aggregate } from '@osteon/event-store';
import type { ProcedureStepEvent } from './procedure-step.events.js';
import { publishedProcedureSteps } from './procedure-step.published.js';
import { evolveProcedureStep, type ProcedureStep } from './procedure-step.js';

/** The stream of one performed procedure step; published under its exam where it has met one. */
export const procedureSteps: Aggregate<ProcedureStep, ProcedureStepEvent> = {
  name: 'procedure-step',
  initial: { status: 'none' },
  evolve: evolveProcedureStep,
  facilityOf: (step) => (step.status === 'none' ? '' : step.facilityId),
  keyOf: (step) => (step.status !== 'none' && step.match.state === 'matched' ? step.match.examId : undefined),
  published: publishedProcedureSteps,
};

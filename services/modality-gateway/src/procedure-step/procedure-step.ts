import type { ProcedureStepEvent, StepBegun } from './procedure-step.events.js';

/** One performed procedure step as its device tells it; both ends are final (PS3.4 F.7). */
export type ProcedureStep =
  | { readonly status: 'none' }
  | ({ readonly status: 'in-progress' | 'completed' | 'discontinued' } & StepBegun['data']);

/** How a step's state follows from its facts. */
export const evolveProcedureStep = (step: ProcedureStep, event: ProcedureStepEvent): ProcedureStep => {
  if (event.type === 'StepBegun') return { status: 'in-progress', ...event.data };
  if (step.status === 'none') return step;
  switch (event.type) {
    case 'StepContinued':
      return step;
    case 'StepCompleted':
      return { ...step, status: 'completed' };
    case 'StepDiscontinued':
      return { ...step, status: 'discontinued' };
  }
};

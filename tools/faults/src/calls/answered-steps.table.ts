import type { ServiceName } from '@osteon/local/platform';
import type { StepName } from '../plan/cells.table.js';

/** The steps in which somebody outside gets a positive answer, and who gives it. */
export const answeredSteps: readonly { readonly step: StepName; readonly service: ServiceName; readonly answer: string }[] = [
  { step: 'order', service: 'scheduling', answer: 'AA (MLLP), twice: patient and order' },
  { step: 'arrive', service: 'scheduling', answer: '2xx' },
  { step: 'begin', service: 'modality-gateway', answer: '0000 (N-CREATE)' },
  { step: 'store', service: 'modality-gateway', answer: '0000 (C-STORE), four objects' },
  { step: 'complete', service: 'modality-gateway', answer: '0000 (N-SET)' },
  { step: 'commit', service: 'modality-gateway', answer: '0000 (N-ACTION), and the result' },
  { step: 'read', service: 'reading', answer: '2xx (claim and review)' },
  { step: 'sign', service: 'reporting', answer: '2xx (signature)' },
];

import type { delivery } from '@osteon/contracts';
import type { ExamProgressed, Source } from './exam.events.js';
import { sourceOf } from './source.js';

type Outcome = Pick<delivery.ReportDeliveredV1, 'destination' | 'revision'> & { readonly answer?: string };
type Step = Extract<ExamProgressed['data']['step'], 'delivered' | 'delivery-refused' | 'delivery-uncertain'>;

/** What the outcome of a delivery says about its exam. */
export const deliveryProgress = (step: Step, { destination, revision, answer }: Outcome, from: Source & { readonly at: string }): ExamProgressed['data'] => ({
  step,
  at: from.at,
  by: 'delivery',
  detail: destination.id,
  delivery: { destination: destination.id, kind: destination.kind, revision, answer },
  source: sourceOf(from),
});

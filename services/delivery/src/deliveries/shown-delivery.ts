import type { AttemptRow, DeliveryRow } from './delivery-row.js';

/** A delivery as people see it. */
export const shownDelivery = (delivery: DeliveryRow) => {
  const { deliveryId, examId, reportId, revision, facilityId, kind, destinationId, state, attempts, version } = delivery;
  return {
    ...{ deliveryId, examId, reportId, revision, facilityId, state, attempts, version },
    destination: { kind, id: destinationId },
    identity: delivery.identity ?? undefined,
    answer: delivery.answer ?? undefined,
    plannedAt: delivery.plannedAt.toISOString(),
    dueAt: delivery.dueAt?.toISOString(),
    changedAt: delivery.changedAt.toISOString(),
  };
};

/** An attempt as people see it. */
export const shownAttempt = ({ attempt, identity, outcome, answer, begunAt, endedAt }: AttemptRow) => ({
  ...{ attempt, identity, outcome },
  answer: answer ?? undefined,
  begunAt: begunAt.toISOString(),
  endedAt: endedAt?.toISOString(),
});

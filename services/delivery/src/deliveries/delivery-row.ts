import type { DeliveryStatus } from '../delivery/delivery.js';
import type { Destination } from '../delivery/destination.js';

/** Where one report stands at one destination. */
export interface DeliveryRow {
  readonly deliveryId: string;
  readonly examId: string;
  readonly reportId: string;
  readonly revision: number;
  readonly facilityId: string;
  readonly patientId: string;
  readonly kind: Destination['kind'];
  readonly destinationId: string;
  readonly state: DeliveryStatus;
  readonly version: number;
  readonly attempts: number;
  readonly identity: string | null;
  readonly answer: string | null;
  readonly plannedAt: Date;
  readonly dueAt: Date | null;
  readonly changedAt: Date;
  readonly correlationId: string;
}

export type ShownOutcome = 'under-way' | 'delivered' | 'refused' | 'uncertain' | 'failed';

/** One attempt to deliver; while it is under way it has no end. */
export interface AttemptRow {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly facilityId: string;
  readonly identity: string;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: ShownOutcome;
  readonly answer: string | null;
}

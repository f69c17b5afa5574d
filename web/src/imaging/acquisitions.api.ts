import type { modalityGateway } from '@osteon/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask, askBytes } from '../shell/request.api.js';

/** A study that a densitometer sent, and how it met an exam. */
export interface Acquisition {
  readonly acquisitionId: string;
  readonly examId?: string;
  readonly facilityId: string;
  readonly studyInstanceUID: string;
  readonly accessionNumber?: string;
  readonly deviceId: string;
  readonly match: 'matched' | modalityGateway.ScanUnmatchedV1['state'];
  readonly why: readonly string[];
  readonly candidates: readonly string[];
  readonly receivedAt: string;
  readonly performedOn?: string;
  /** What the device wrote about the patient; not checked against anything. */
  readonly header?: {
    readonly patientId?: string;
    readonly patientName?: string;
    readonly birthDate?: string;
    readonly sex?: string;
  };
  readonly instances: readonly Pick<modalityGateway.StoredInstance, 'sopInstanceUID' | 'kind' | 'site' | 'side'>[];
}

/** Studies that no exam claims for certain. */
export const unmatched = queryOptions({
  queryKey: ['modality-gateway', 'list', 'unmatched'],
  queryFn: ({ signal }) =>
    ask<{ acquisitions: readonly Acquisition[] }>('modality-gateway', '/acquisitions?state=unmatched', { signal }),
  select: ({ acquisitions }) => acquisitions,
});

/** The picture of one stored object; it never changes under its UID. */
export const picture = (acquisitionId: string, sopInstanceUID: string) =>
  queryOptions({
    queryKey: ['picture', acquisitionId, sopInstanceUID],
    queryFn: ({ signal }) =>
      askBytes('modality-gateway', `/acquisitions/${acquisitionId}/instances/${sopInstanceUID}/image.png`, 'image/png', signal),
    staleTime: Infinity,
    gcTime: 120_000,
  });

import type { modalityGateway, scheduling } from '@osteon/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PatientShown } from '../shell/people.js';
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
  readonly state: 'receiving' | 'complete';
  readonly receivedAt: string;
  readonly performedOn?: string;
  /** What the device wrote about the patient; not checked against anything. */
  readonly header?: {
    readonly patientId?: string;
    readonly patientName?: string;
    readonly birthDate?: string;
    readonly sex?: string;
  };
  readonly archives: readonly { readonly archiveId: string; readonly state: 'pending' | 'archived' | 'refused' }[];
  readonly version: number;
  readonly instances: readonly Pick<modalityGateway.StoredInstance, 'sopInstanceUID' | 'kind' | 'site' | 'side'>[];
}

/** An exam that a study may belong to. */
export interface CandidateExam {
  readonly examId: string;
  readonly accessionNumber: string;
  readonly scheduledAt: string;
  readonly zone: string;
  readonly procedure: scheduling.ExamScheduledV1['procedure'];
  readonly patient?: PatientShown;
  /** The matching itself has named it. */
  readonly suggested: boolean;
}

/** Studies that no exam claims for certain. */
export const unmatched = queryOptions({
  queryKey: ['modality-gateway', 'list', 'unmatched'],
  queryFn: ({ signal }) =>
    ask<{ acquisitions: readonly Acquisition[] }>('modality-gateway', '/acquisitions?state=unmatched', { signal }),
  select: ({ acquisitions }) => acquisitions,
});

/** The exams near a study's day. */
export const candidateExams = (acquisitionId: string) =>
  queryOptions({
    queryKey: ['modality-gateway', 'list', 'candidates', acquisitionId],
    queryFn: ({ signal }) =>
      ask<{ candidates: readonly CandidateExam[] }>('modality-gateway', `/acquisitions/${acquisitionId}/candidates`, { signal }),
    select: ({ candidates }) => candidates,
  });

/** The studies that have met an exam. */
export const studiesOf = (examId: string) =>
  queryOptions({
    queryKey: ['modality-gateway', 'list', 'exam', examId],
    queryFn: ({ signal }) => ask<{ acquisitions: readonly Acquisition[] }>('modality-gateway', `/acquisitions?examId=${examId}`, { signal }),
    select: ({ acquisitions }) => acquisitions,
  });

/** Says which exam a study belongs to. */
export const matchStudy = ({ acquisitionId, version }: Acquisition, examId: string) =>
  ask<{ examId: string; version: number }>('modality-gateway', `/acquisitions/${acquisitionId}/match`, {
    method: 'POST',
    ifMatch: version,
    body: { examId },
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

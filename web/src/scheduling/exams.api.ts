import type { scheduling } from '@osteon/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PatientShown } from '../shell/people.js';
import { ask } from '../shell/request.api.js';

/** What has happened to an exam so far; who is a user, a sender or a service. */
export interface Step {
  readonly name:
    | 'scheduled'
    | 'arrived'
    | 'arrival-taken-back'
    | 'order-cancelled'
    | 'cancelled'
    | 'cancel-asked'
    | 'scan-started'
    | 'scan-discontinued'
    | 'scan-unmatched'
    | 'scan-received'
    | 'images-archived'
    | 'reading-started'
    | 'reviewed'
    | 'drafted'
    | 'signed'
    | 'delivered'
    | 'delivery-refused'
    | 'delivery-uncertain';
  readonly at: string;
  readonly by: string;
  readonly detail?: string;
}

/** The report on its way to one destination, with the peer's answer. */
export interface DeliveryShown {
  readonly destination: string;
  readonly kind: 'emr' | 'pacs';
  readonly state: 'pending' | 'delivered' | 'refused' | 'uncertain';
  readonly answer?: string;
  readonly at?: string;
}

/** One exam and how far it has come. Times in UTC, shown in `zone`. */
export interface ExamLine {
  readonly examId: string;
  readonly accessionNumber: string;
  readonly facilityId: string;
  readonly scheduledAt: string;
  readonly zone: string;
  readonly status: 'scheduled' | 'arrived' | 'scanned' | 'in-reading' | 'reviewed' | 'signed' | 'delivered' | 'cancelled';
  readonly patient?: PatientShown;
  readonly procedure: scheduling.ExamScheduledV1['procedure'];
  readonly priority: scheduling.ExamScheduledV1['priority'];
  /** Absent: any densitometer of the facility. */
  readonly stationAETitle?: string;
  readonly steps: readonly Step[];
  readonly deliveries: readonly DeliveryShown[];
  readonly version: number;
}

/** What the front desk enters; the service issues what is absent. */
export interface ExamEntry {
  readonly facilityId: string;
  readonly patient: {
    readonly identifier: { readonly value: string };
    readonly name: { readonly family: string; readonly given?: string };
    readonly birthDate: string;
    readonly sex: scheduling.PatientV1['sex'];
  };
  readonly scheduledAt: string;
  readonly procedure: scheduling.ExamScheduledV1['procedure'];
  readonly priority: scheduling.ExamScheduledV1['priority'];
  readonly heightM?: number;
  readonly weightKg?: number;
  readonly indication?: string;
  readonly referrer?: { readonly family: string; readonly given?: string };
}

export type SiteShown = Pick<scheduling.SiteV1, 'facilityId' | 'name' | 'zone'>;

/** The exams of one calendar day, each facility on its own clock. */
export const examsOf = (day: string) =>
  queryOptions({
    queryKey: ['scheduling', 'list', day],
    queryFn: ({ signal }) => ask<{ exams: readonly ExamLine[] }>('scheduling', `/exams?date=${day}`, { signal }),
    select: ({ exams }) => exams,
  });

/** One exam's line. */
export const examLine = (examId: string) =>
  queryOptions({
    queryKey: ['scheduling', 'exam', examId],
    queryFn: ({ signal }) => ask<ExamLine>('scheduling', `/exams/${examId}`, { signal }),
  });

/** The facilities that the person may see. */
export const sites = queryOptions({
  queryKey: ['scheduling-sites'],
  queryFn: ({ signal }) => ask<{ sites: readonly SiteShown[] }>('scheduling', '/sites', { signal }),
  select: (answer) => answer.sites,
  staleTime: 300_000,
});

/** Says that the patient of an exam is here; saying it twice changes nothing. */
export const arrive = ({ examId, version }: ExamLine) =>
  ask<{ arrivedAt: string; version: number }>('scheduling', `/exams/${examId}/arrival`, { method: 'POST', ifMatch: version });

/** Enters an exam by hand under an id of the caller's; the same entry again changes nothing. */
export const enterExam = (examId: string, entry: ExamEntry) =>
  ask<{ examId: string; accessionNumber: string }>('scheduling', `/exams/${examId}`, { method: 'PUT', body: entry });

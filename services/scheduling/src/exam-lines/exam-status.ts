import type { scheduling } from '@osteon/contracts';
import { INCORRECT_WORKLIST_ENTRY } from '../exam/exam.events.js';

/** How far an exam has come, in one word. `arrived`: the patient is here, the scan may have begun; `delivered`: to every receiver of its facility. */
export type ExamStatus = 'scheduled' | 'arrived' | 'scanned' | 'in-reading' | 'reviewed' | 'signed' | 'delivered' | 'cancelled';

/** What a receiver has said about the report, or that nothing was heard of it yet. */
export interface ShownDelivery {
  readonly destination: string;
  readonly kind: 'emr' | 'pacs';
  readonly state: 'pending' | 'delivered' | 'refused' | 'uncertain';
  readonly answer?: string;
  readonly at: string;
}

/** From the furthest step to the first. */
const reached: readonly (readonly [step: string, status: ExamStatus])[] = [
  ['signed', 'signed'],
  ['reviewed', 'reviewed'],
  ['reading-started', 'in-reading'],
  ['scan-received', 'scanned'],
  ['cancelled', 'cancelled'],
  ['arrived', 'arrived'],
];

/** Where the facility wants its reports: every receiver, and every archive that takes reports. */
export const destinationsOf = ({ receivers, archives }: Pick<scheduling.SiteDocument, 'receivers' | 'archives'>) => [
  ...receivers.map(({ id }) => ({ destination: id, kind: 'emr' as const })),
  ...archives.filter(({ accepts }) => accepts.includes('reports')).map(({ id }) => ({ destination: id, kind: 'pacs' as const })),
];

/** What is known of each delivery; once the report is signed (`at`), receivers that nothing was heard of are pending. */
export const withPending = (
  heard: readonly ShownDelivery[],
  destinations: ReturnType<typeof destinationsOf>,
  signedAt: string | undefined,
): ShownDelivery[] => {
  if (signedAt === undefined) return [...heard];
  const silent = destinations.filter(({ destination }) => heard.every((known) => known.destination !== destination));
  return [...heard, ...silent.map((destination) => ({ ...destination, state: 'pending' as const, at: signedAt }))];
};

/** A step of an exam as far as its status goes. */
export interface TakenStep {
  readonly name: string;
  readonly detail?: string;
}

/** More scans were begun than were broken off for the wrong worklist entry, which is as if they had never begun. */
const isBegun = (steps: readonly TakenStep[]): boolean => {
  const begun = steps.filter(({ name }) => name === 'scan-started').length;
  return begun > steps.filter(({ name, detail }) => name === 'scan-discontinued' && detail === INCORRECT_WORKLIST_ENTRY).length;
};

/** The word for an exam with these steps and deliveries. */
export const examStatus = (steps: readonly TakenStep[], deliveries: readonly ShownDelivery[]): ExamStatus => {
  const before = isBegun(steps) ? 'arrived' : 'scheduled';
  const status = reached.find(([step]) => steps.some(({ name }) => name === step))?.[1] ?? before;
  const isEverywhere = deliveries.length > 0 && deliveries.every(({ state }) => state === 'delivered');
  return status === 'signed' && isEverywhere ? 'delivered' : status;
};

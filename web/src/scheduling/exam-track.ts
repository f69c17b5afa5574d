import type { DeliveryShown, ExamLine, Step } from './exams.api.js';

/** One station of an exam's way from the order to the delivered report; `passed`: nobody said so, but the exam has gone on. */
export interface Station {
  readonly label: string;
  readonly state: 'done' | 'passed' | 'next' | 'ahead' | 'trouble';
  /** When it was reached, UTC. */
  readonly at?: string;
  readonly note?: string;
}

const way: readonly { label: string; reachedBy: Step['name'] }[] = [
  { label: 'Scheduled', reachedBy: 'scheduled' },
  { label: 'Arrived', reachedBy: 'arrived' },
  { label: 'Scanned', reachedBy: 'scan-received' },
  { label: 'Reviewed', reachedBy: 'reviewed' },
  { label: 'Signed', reachedBy: 'signed' },
];

const lastOf = (steps: readonly Step[], name: Step['name']): Step | undefined => steps.findLast((step) => step.name === name);

/** A scan as its device tells of it, before images and results are here: its latest word. Absent where it said none. */
export const scanUnderWay = ({ steps }: Pick<ExamLine, 'steps'>): Step | undefined =>
  steps.findLast(({ name }) => ['scan-started', 'scan-discontinued', 'scan-received'].includes(name));

const scanStation = (label: string, exam: ExamLine): Station => {
  const told = scanUnderWay(exam);
  if (told?.name === 'scan-started') return { label: 'Being scanned', state: 'ahead', at: told.at };
  return told ? { label, state: 'ahead', note: 'broken off' } : { label, state: 'ahead' };
};

const destinations = { emr: 'EMR', pacs: 'PACS' } as const;
const outcomes = { pending: 'on its way', delivered: 'acknowledged', refused: 'refused', uncertain: 'no answer' } as const;

/** `EMR acknowledged`: one destination and what came of it. */
export const deliveryInWords = ({ kind, state }: DeliveryShown): string => `${destinations[kind]} ${outcomes[state]}`;

const inTrouble = ({ state }: DeliveryShown): boolean => state === 'refused' || state === 'uncertain';

const deliveredStation = ({ deliveries, status }: ExamLine): Station => {
  const note = deliveries.length > 0 ? deliveries.map(deliveryInWords).join(', ') : undefined;
  if (deliveries.some(inTrouble)) return { label: 'Not delivered', state: 'trouble', note };
  if (status !== 'delivered') return { label: 'Delivered', state: 'ahead', note };
  const at = deliveries
    .flatMap((delivery) => delivery.at ?? [])
    .toSorted()
    .at(-1);
  return { label: 'Delivered', state: 'done', at, note };
};

/** The stations of an exam in order: what is done and when, what comes next, and where something is wrong. */
export const trackOf = (exam: ExamLine): readonly Station[] => {
  const reached = way.map(({ label, reachedBy }): Station => {
    const step = lastOf(exam.steps, reachedBy);
    if (step) return { label, state: 'done', at: step.at };
    return reachedBy === 'scan-received' ? scanStation(label, exam) : { label, state: 'ahead' };
  });
  const stations = [...reached, deliveredStation(exam)];
  const here = stations.findLastIndex(({ state }) => state === 'done');
  const next = exam.status === 'cancelled' ? -1 : stations.findIndex(({ state }, index) => state === 'ahead' && index > here);
  return stations.map((station, index): Station => {
    if (station.state === 'ahead' && index < here) return { ...station, state: 'passed' };
    return index === next ? { ...station, state: 'next' } : station;
  });
};

/** How many exams of a list stand where: for the sentence above the list. */
export const daySummary = (exams: readonly ExamLine[]): string => {
  const count = (...statuses: readonly ExamLine['status'][]): number => exams.filter(({ status }) => statuses.includes(status)).length;
  const [here, waiting, delivered] = [count('arrived'), count('scheduled', 'arrived'), count('delivered')];
  const cancelled = count('cancelled');
  const under = exams.length - waiting - delivered - cancelled;
  const whoIsHere = here > 0 ? ` (${here} here)` : '';
  const gone = cancelled > 0 ? `, ${cancelled} cancelled` : '';
  return `${exams.length} ${exams.length === 1 ? 'exam' : 'exams'}: ${waiting} to scan${whoIsHere}, ${under} under way, ${delivered} delivered${gone}`;
};

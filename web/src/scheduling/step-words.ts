import { services } from '../shell/services.js';
import type { Step } from './exams.api.js';

const names: Readonly<Record<Step['name'], string>> = {
  scheduled: 'Scheduled',
  arrived: 'Patient arrived',
  'arrival-taken-back': 'Arrival taken back',
  'order-cancelled': 'One of its orders cancelled',
  cancelled: 'Cancelled',
  'cancel-asked': 'Cancel asked for after the scan',
  'scan-started': 'Scan begun',
  'scan-discontinued': 'Scan broken off',
  'scan-unmatched': 'Study received that may belong to it',
  'scan-received': 'Images and results received',
  'images-archived': 'Images archived',
  'reading-started': 'Reading started',
  reviewed: 'Reviewed',
  drafted: 'Report drafted',
  signed: 'Report signed',
  delivered: 'Report delivered',
  'delivery-refused': 'Delivery refused',
  'delivery-uncertain': 'Delivery without an answer',
};

/** What a step is called for people; one that is not known here is called as it comes. */
export const stepInWords = ({ name }: Pick<Step, 'name'>): string => names[name] ?? name;

const details: Readonly<Partial<Record<Step['name'], Readonly<Record<string, string>>>>> = {
  'scan-received': {
    mpps: 'complete: all that the device listed is here',
    profile: 'complete: all that is expected of the device is here',
    'quiet-time': 'taken as complete: nothing more came for a minute',
  },
  'scan-unmatched': {
    ambiguous: 'patient number or birth date differ: a person decides',
    suggested: 'only the patient fits: a person decides',
    unmatched: 'no number of this exam in it',
  },
};

/** The detail of a step for people: codes in words, everything else as it comes. */
export const detailInWords = ({ name, detail }: Pick<Step, 'name' | 'detail'>): string => details[name]?.[detail ?? ''] ?? detail ?? '';

/** Who did a step: a user or sender by its id, a service of Osteon as such. */
export const whoInWords = ({ by }: Pick<Step, 'by'>): string =>
  services.some((service) => service === by) ? `Osteon, ${by.replace('-', ' ')}` : by;

/** What still needs a person although the exam has gone on: a cancel that came after the scan. */
export const askedInWords = (steps: readonly Pick<Step, 'name'>[]): string | undefined => {
  const has = (wanted: Step['name']): boolean => steps.some(({ name }) => name === wanted);
  if (!has('cancel-asked')) return undefined;
  return has('signed')
    ? 'The order was cancelled after the scan. The signed report stands: tell whoever cancelled it.'
    : 'The order was cancelled after the scan. A person decides whether it is read and reported all the same: ask whoever cancelled it.';
};

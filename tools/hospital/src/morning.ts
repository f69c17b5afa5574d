import { DateTime } from 'luxon';
import type { Order } from './order.js';
import { drLee, people } from './people.js';

/** Which morning: numbers of another run differ, so that the same hospital can play it twice. */
export interface Morning {
  /** YYYY-MM-DD in the zone */
  readonly date: string;
  readonly zone: string;
  /** At most eight letters or digits; part of every number. */
  readonly run: string;
  readonly stationAETitle?: string;
}

/** Root of UIDs that are nobody's (examples and tests). */
const exampleRoot = '1.2.826.0.1.3680043.10.999';

const indications = [
  'Postmenopausal, screening for osteoporosis',
  'Glucocorticoids for 6 months',
  'Fracture of the wrist last winter; follow-up on alendronate',
  'Loss of height, 4 cm in ten years',
  'Family history: mother with hip fracture',
] as const;

type Habits = Pick<Order, 'form' | 'charset'> & { readonly leavesOut?: readonly ('accessionNumber' | 'studyInstanceUID')[] };

/** How each order is written; what one leaves out has to be issued by whoever fills it. */
const habits: readonly [keyof typeof people, Habits][] = [
  ['ada', { form: 'ORM', charset: '8859/1' }],
  ['juergen', { form: 'OMI', charset: 'UNICODE UTF-8' }],
  ['zofia', { form: 'OMI', charset: 'UNICODE UTF-8', leavesOut: ['accessionNumber'] }],
  ['sofia', { form: 'ORM', charset: '8859/7' }],
  ['tang', { form: 'ORM', charset: 'ASCII', leavesOut: ['accessionNumber', 'studyInstanceUID'] }],
];

/** DICOM takes digits only; letters of the run become two digits each. */
const digitsOf = (run: string): string => [...run].map((character) => (/\d/.test(character) ? character : `${character.codePointAt(0)}`)).join('');

/** The orders of one invented morning at North Hospital, every half hour from nine; Ada Okafor is the first. */
export const morning = ({ date, zone, run, stationAETitle }: Morning): Order[] =>
  habits.map(([who, { form, charset, leavesOut = [] }], index) => {
    const number = 100 + index;
    const at = DateTime.fromISO(`${date}T09:00`, { zone }).plus({ minutes: 30 * index });
    if (!at.isValid || !/^[0-9A-Za-z]{1,8}$/.test(run)) throw new Error('a morning has a date, a zone and a run of up to eight letters or digits');
    const order = {
      accessionNumber: `A-${run}-${number}`,
      studyInstanceUID: `${exampleRoot}.1${digitsOf(run)}.${number}`,
    };
    return {
      form,
      charset,
      patient: people[who],
      placerOrderNumber: `P-${run}-${number}`,
      fillerOrderNumber: `F-${run}-${number}`,
      ...Object.fromEntries(Object.entries(order).filter(([name]) => !leavesOut.some((left) => left === name))),
      requestedProcedureId: `R-${run}-${number}`,
      scheduledProcedureStepId: `S-${run}-${number}`,
      stationAETitle,
      scheduledAt: at.toUTC().toISO({ suppressMilliseconds: true }) ?? '',
      referrer: drLee,
      indication: indications[index] ?? '',
    };
  });

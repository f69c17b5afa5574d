import type { Order } from '@osteon/hospital';

const exampleRoot = '1.2.826.0.1.3680043.10.999';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const letterOf = (n: number): string => letters[n % letters.length] ?? '';

/** The n-th invented woman of a run; `run` is a number that no other run on the same data has. */
const patient = (run: number, n: number) =>
  ({
    number: `${run}-${n}`,
    name: { family: `Strike${letterOf(n)}${letterOf(Math.floor(n / 26))}`, given: 'Wanda', prefix: 'Ms' },
    birthDate: '1950-01-01',
    sex: 'F',
    race: { code: '2106-3', text: 'White' },
    heightCm: 160,
    weightKg: 61,
  }) as const;

/** Her first or second order of the day: both forms in turn. */
export const orderOf = (run: number, n: number, which: 1 | 2): Order => {
  const number = `${run}-${n}-${which}`;
  return {
    form: n % 2 === 0 ? 'OMI' : 'ORM',
    charset: 'UNICODE UTF-8',
    patient: patient(run, n),
    placerOrderNumber: `P-${number}`,
    fillerOrderNumber: `F-${number}`,
    accessionNumber: `X-${number}`,
    studyInstanceUID: `${exampleRoot}.5.${run}.${n}.${which}`,
    requestedProcedureId: `R-${number}`.slice(-16),
    scheduledProcedureStepId: `S-${number}`.slice(-16),
    stationAETitle: 'IDXA1',
    scheduledAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    referrer: { id: '1003', family: 'Lee', given: 'Min', prefix: 'Dr' },
    indication: 'Postmenopausal, screening for osteoporosis',
  };
};

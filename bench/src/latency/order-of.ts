import { drLee, people, type Order } from '@osteon/hospital';

/** Root of UIDs that are nobody's (examples and tests). */
const exampleRoot = '1.2.826.0.1.3680043.10.999';

/** The n-th order of a run; each is for a patient of her own. Numbers of two runs differ. */
export const orderOf = (run: number, n: number, scheduledAt: string): Order => ({
  form: 'OMI',
  charset: 'UNICODE UTF-8',
  patient: { ...people.ada, number: `L${run}-${n}` },
  placerOrderNumber: `P-${run}-${n}`,
  fillerOrderNumber: `F-${run}-${n}`,
  accessionNumber: `L-${run}-${n}`,
  studyInstanceUID: `${exampleRoot}.9.${run}.${n}`,
  requestedProcedureId: `R-${run}-${n}`,
  scheduledProcedureStepId: `S-${run}-${n}`,
  stationAETitle: 'IDXA1',
  scheduledAt,
  referrer: drLee,
  indication: 'Postmenopausal, screening for osteoporosis',
});

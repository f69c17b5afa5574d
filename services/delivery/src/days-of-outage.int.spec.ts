import type { reporting } from '@osteon/contracts';
import { readKeywords } from '@osteon/dicom';
import { mrOps, waitUntil } from '@osteon/testing';
import { controlIdOf } from './delivery/delivery-id.js';
import { deliveryOf, numbered, openHospital, type Hospital } from './testing/hospital.story.js';
import { testEmr, type TestEmr } from './testing/peers.story.js';
import { archive, receiver } from './testing/report-a1.story.js';

const hour = 3_600_000;
const patients = [1, 2, 3];
/** Three reports of each patient, signed in turn. */
const numbers = Array.from({ length: 9 }, (_, n) => n + 1);
const patientOf = (n: number): string => numbered('a', patients[n % patients.length] ?? 0);

describe('reports of a hospital whose record system and archive are away for 72 hours', () => {
  let hospital: Hospital;
  let reports: readonly reporting.ReportSignedV1[];
  let back: TestEmr | undefined;
  let placeOfEmr = 0;

  const open = async (): Promise<readonly { due_at: Date; attempts: number }[]> => {
    const { rows } = await hospital.service.database.pool.query<{ due_at: Date; attempts: number }>(`select due_at, attempts from deliveries where state <> 'delivered'`);
    return rows;
  };
  /** Nothing that could be tried now is left. */
  const tried = () =>
    waitUntil(async () => {
      const { rows } = await hospital.service.database.pool.query(
        `select 1 from deliveries d where state = 'attempting' or (due_at <= $1 and attempts = 0 and not exists (select 1 from deliveries e where e.kind = d.kind and e.patient_id = d.patient_id and e.planned_at < d.planned_at))
            or (attempts > 0 and due_at <= $1)`,
        [hospital.time.clock.iso()],
      );
      return rows.length === 0;
    }, 'a quiet moment');

  beforeAll(async () => {
    hospital = await openHospital();
    const gone = await testEmr();
    placeOfEmr = gone.port;
    await gone.close();
    // Port 1 of loopback: nobody listens there.
    await hospital.siteIs({ receivers: [{ ...receiver, port: placeOfEmr }], archives: [{ ...archive, port: 1 }] });
    reports = [];
    for (const n of numbers) {
      const report = await hospital.report(n, { patientId: patientOf(n), studyInstanceUID: `2.25.7200${n}` });
      hospital.time.advance(1);
      await hospital.world.saySigned(report);
      await hospital.reaches(report, 'emr', 'pending');
      reports = [...reports, report];
    }
  }, 180_000);
  afterAll(async () => {
    await hospital?.stop();
    await back?.close();
  });

  it('wait, tried at growing pauses and one of each patient at a time, and the hospital sees since when', async () => {
    const begun = hospital.time.clock.iso();
    for (let hours = 0; hours < 72; hours += 6) {
      await tried();
      hospital.time.advance(6 * hour);
    }
    await tried();
    const waiting = await open();
    expect(waiting).toHaveLength(2 * numbers.length);
    // One attempt in each of the thirteen moments, for the first report of each patient at each place; the others stand behind it.
    expect(waiting.filter(({ attempts }) => attempts > 0).map(({ attempts }) => attempts)).toEqual(Array<number>(2 * patients.length).fill(13));
    const { body } = await hospital.service.ask({ by: mrOps, path: `/deliveries?examId=${reports[0]?.examId}` });
    const [shown] = (body as { deliveries: readonly { state: string; answer: string; plannedAt: string }[] }).deliveries;
    expect(shown).toMatchObject({ state: 'pending', answer: 'ECONNREFUSED' });
    expect((shown?.plannedAt ?? '') < begun).toBe(true);
  }, 180_000);

  it('all arrive afterwards, once each, those of one patient in the order of their signatures', async () => {
    back = await testEmr(placeOfEmr);
    await hospital.siteIs({ receivers: [{ ...receiver, port: placeOfEmr }] });
    hospital.time.advance(hour);
    for (const report of reports) {
      await hospital.reaches(report, 'emr', 'delivered');
      await hospital.reaches(report, 'pacs', 'delivered');
    }
    const ids = back.ids();
    const studies = hospital.pacs.received.map(({ file }) => readKeywords(file)['StudyInstanceUID']);
    expect([new Set(ids).size, ids.length, new Set(studies).size, studies.length]).toEqual(Array<number>(4).fill(numbers.length));
    for (const patient of patients) {
      const hers = reports.filter(({ patientId }) => patientId === numbered('a', patient));
      const wanted = hers.map((report) => controlIdOf(deliveryOf(report, 'emr')));
      expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted);
      expect(studies.filter((study) => hers.some(({ studyInstanceUID }) => studyInstanceUID === study))).toEqual(hers.map(({ studyInstanceUID }) => studyInstanceUID));
    }
  }, 180_000);
});

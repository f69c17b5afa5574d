import { examLine } from './exam-line.story.js';
import { daySummary, deliveryInWords, trackOf } from './exam-track.js';
import type { DeliveryShown, ExamLine, Step } from './exams.api.js';

const step = (name: Step['name'], minute: number): Step => ({ name, at: `2026-05-04T08:${minute}:00.000Z`, by: 'scheduling' });

const examA1 = examLine({ steps: [step('scheduled', 10)] });

const emr = (state: DeliveryShown['state'], at?: string): DeliveryShown => ({ destination: 'emr-north', kind: 'emr', state, at });
const pacs = (state: DeliveryShown['state'], at?: string): DeliveryShown => ({
  destination: 'pacs-north',
  kind: 'pacs',
  state,
  at,
});
const states = (exam: ExamLine) => trackOf(exam).map(({ state }) => state);
const signed = [step('scheduled', 10), step('scan-received', 20), step('reviewed', 30), step('signed', 31)];

describe('the track of an exam', () => {
  it('shows the first station that is not reached as the next one', () => {
    expect(states(examA1)).toEqual(['done', 'next', 'ahead', 'ahead', 'ahead', 'ahead']);
    const here: ExamLine = { ...examA1, status: 'arrived', steps: [...examA1.steps, step('arrived', 15)] };
    expect(states(here)).toEqual(['done', 'done', 'next', 'ahead', 'ahead', 'ahead']);
  });

  it('passes over an arrival that nobody recorded', () => {
    expect(states({ ...examA1, status: 'signed', steps: signed })).toEqual(['done', 'passed', 'done', 'done', 'done', 'next']);
  });

  it('takes the time of the latest review where there were several', () => {
    const reviewedTwice = { ...examA1, steps: [...signed.slice(0, 3), step('reviewed', 45)] };
    expect(trackOf(reviewedTwice)[3]?.at).toBe('2026-05-04T08:45:00.000Z');
  });

  it('is done when every destination has acknowledged, at the last acknowledgement', () => {
    const deliveries = [emr('delivered', '2026-05-04T08:31:02.000Z'), pacs('delivered', '2026-05-04T08:31:01.000Z')];
    const last = trackOf({ ...examA1, status: 'delivered', steps: signed, deliveries }).at(-1);
    expect(last).toEqual({
      label: 'Delivered',
      state: 'done',
      at: '2026-05-04T08:31:02.000Z',
      note: 'EMR acknowledged, PACS acknowledged',
    });
  });

  it('waits for the second destination and says so', () => {
    const last = trackOf({ ...examA1, status: 'signed', steps: signed, deliveries: [emr('delivered'), pacs('pending')] }).at(-1);
    expect(last).toEqual({ label: 'Delivered', state: 'next', note: 'EMR acknowledged, PACS on its way' });
  });

  it('shows trouble where a destination refused or never answered', () => {
    expect(states({ ...examA1, status: 'signed', steps: signed, deliveries: [emr('refused')] }).at(-1)).toBe('trouble');
    expect(trackOf({ ...examA1, deliveries: [emr('refused')] }).at(-1)).toMatchObject({
      label: 'Not delivered',
      note: 'EMR refused',
    });
    expect(states({ ...examA1, status: 'signed', steps: signed, deliveries: [pacs('uncertain')] }).at(-1)).toBe('trouble');
  });

  it('says that a scan is under way, or was broken off, until its images are here', () => {
    const scanOf = (...steps: Step[]) => trackOf({ ...examA1, steps: [...examA1.steps, ...steps] })[2];
    expect(scanOf(step('scan-started', 18))).toEqual({ label: 'Being scanned', state: 'ahead', at: '2026-05-04T08:18:00.000Z' });
    expect(scanOf(step('arrived', 15), step('scan-started', 18))).toMatchObject({ label: 'Being scanned', state: 'next' });
    expect(scanOf(step('scan-started', 18), step('scan-discontinued', 19))).toMatchObject({ label: 'Scanned', note: 'broken off' });
    expect(scanOf(step('scan-started', 18), step('scan-received', 20))).toMatchObject({ label: 'Scanned', state: 'done' });
  });

  it('has nothing next once the exam is cancelled', () => {
    expect(states({ ...examA1, status: 'cancelled' })).not.toContain('next');
  });
});

describe('words', () => {
  it('name destinations and the day', () => {
    expect(deliveryInWords(pacs('uncertain'))).toBe('PACS no answer');
    expect(daySummary([examA1, { ...examA1, status: 'reviewed' }, { ...examA1, status: 'delivered' }])).toBe(
      '3 exams: 1 to scan, 1 under way, 1 delivered',
    );
    expect(daySummary([examA1, { ...examA1, status: 'arrived' }, { ...examA1, status: 'cancelled' }])).toBe(
      '3 exams: 2 to scan (1 here), 0 under way, 0 delivered, 1 cancelled',
    );
    expect(daySummary([examA1])).toBe('1 exam: 1 to scan, 0 under way, 0 delivered');
  });
});

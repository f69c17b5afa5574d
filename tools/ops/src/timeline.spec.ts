import { acquisitionsIn, eventLine, merged, timelineText } from './timeline.js';
import type { ToldEvent } from './told-event.js';

const told = (change: Partial<ToldEvent>): ToldEvent => ({
  service: 'scheduling',
  streamId: 'exam-1',
  streamVersion: 1,
  type: 'ExamScheduled',
  at: '2026-05-04T07:30:00.000Z',
  by: 'ris',
  facilityId: 'NORTH',
  correlationId: 'c',
  data: {},
  ...change,
});
const received = told({ service: 'modality-gateway', streamId: 'acquisition-7', type: 'MeasurementsRead', at: '2026-05-04T07:31:02.500Z', by: 'modality-gateway', data: { acquisitionId: '7' } });

describe('the timeline of an exam', () => {
  it('tells time, distance, service, fact and who', () => {
    expect(timelineText([told({}), received])).toBe(
      [
        '2026-05-04T07:30:00.000Z  +0.000 s   scheduling        ExamScheduled     ris               exam-1 1',
        '2026-05-04T07:31:02.500Z  +62.500 s  modality-gateway  MeasurementsRead  modality-gateway  acquisition-7 1',
        '2 events in 62.500 s',
      ].join('\n'),
    );
  });

  it('tells how far the exam has got and what was answered, and nothing else of what a fact holds', () => {
    const progressed = told({ type: 'ExamProgressed', data: { step: 'scan-received', detail: 'of nobody’s concern', delivery: { answer: 'AA' } } });
    const refused = told({ type: 'DeliveryRefused', streamVersion: 2, data: { attempt: 1, answer: 'AE' } });
    expect(timelineText([progressed, refused]).split('\n').map((line) => line.split(/ {2,}/)[3])).toEqual(['ExamProgressed: scan-received', 'DeliveryRefused: AE', undefined]);
  });

  it('tells one event as a line of its own, for whoever follows a stream', () => {
    expect(eventLine(received)).toBe('2026-05-04T07:31:02.500Z  modality-gateway  MeasurementsRead  modality-gateway  acquisition-7 1');
  });

  it('says so where nothing is known', () => {
    expect(timelineText([])).toBe('Nothing is known under this number.');
  });

  it('finds the studies that the facts name, each once', () => {
    expect(acquisitionsIn([told({}), received, received])).toEqual(['7']);
  });

  it('tells each event once and in the order of time', () => {
    expect(merged([received, told({}), received])).toEqual([told({}), received]);
  });
});

import type { StoredEvent } from './story.api.js';
import { eventInWords, spanMs, storyOf } from './story.js';

const event = (type: string, at: string, streamVersion = 1): StoredEvent => ({
  eventId: `${type}-${streamVersion}`,
  streamId: 'exam-a1',
  streamVersion,
  type,
  at: `2026-05-04T08:${at}Z`,
  by: 'system',
  correlationId: 'c1',
  data: {},
});

const types = (story: ReturnType<typeof storyOf>) => story.map(({ service, type }) => `${service} ${type}`);

describe('the story of an exam', () => {
  it('merges the facts of all services by time', () => {
    const story = storyOf({
      'modality-gateway': [event('WorklistItemAdded', '00:00.120')],
      scheduling: [event('ExamScheduled', '00:00.000'), event('ExamProgressed', '05:00.000', 2)],
    });
    expect(types(story)).toEqual(['scheduling ExamScheduled', 'modality-gateway WorklistItemAdded', 'scheduling ExamProgressed']);
    expect(story.map(({ sinceMs }) => sinceMs)).toEqual([undefined, 120, 299_880]);
    expect(spanMs(story)).toBe(300_000);
  });

  it('keeps the order of a stream where times are equal', () => {
    const story = storyOf({ reporting: [event('ReportSigned', '00:00.000', 2), event('ReportDrafted', '00:00.000', 1)] });
    expect(types(story)).toEqual(['reporting ReportDrafted', 'reporting ReportSigned']);
  });

  it('follows the workflow where services wrote at the same moment', () => {
    const story = storyOf({ delivery: [event('DeliveryDue', '00:00.000')], reporting: [event('ReportSigned', '00:00.000')] });
    expect(types(story)).toEqual(['reporting ReportSigned', 'delivery DeliveryDue']);
  });

  it('is empty and takes no time where nothing is known', () => {
    expect([storyOf({}), spanMs([])]).toEqual([[], 0]);
  });

  it('writes the names of facts as words', () => {
    expect(eventInWords('WorklistItemAdded')).toBe('Worklist item added');
  });
});

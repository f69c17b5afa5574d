import { examLine } from '../scheduling/exam-line.story.js';
import type { ExamLine } from '../scheduling/exams.api.js';
import { dayCounts, statuses, statusInWords } from './day-counts.js';

const exam = (facilityId: string, status: ExamLine['status']): ExamLine => examLine({ facilityId, status });

describe('the exams of a day, counted', () => {
  it('stand by facility and by how far they have come', () => {
    const counted = dayCounts([exam('SOUTH', 'delivered'), exam('NORTH', 'scanned'), exam('NORTH', 'scanned'), exam('NORTH', 'cancelled')]);
    expect(counted.map(({ facilityId, total }) => [facilityId, total])).toEqual([
      ['NORTH', 3],
      ['SOUTH', 1],
    ]);
    expect(counted[0]?.counts.filter(({ count }) => count > 0)).toEqual([
      { status: 'scanned', count: 2 },
      { status: 'cancelled', count: 1 },
    ]);
  });

  it('are none on a quiet day', () => {
    expect(dayCounts([])).toEqual([]);
  });

  it('have a word for every status', () => {
    expect(statuses.map(statusInWords)).toEqual(['Expected', 'Here', 'To read', 'Being read', 'To sign', 'Signed, on its way', 'Delivered', 'Cancelled']);
  });
});

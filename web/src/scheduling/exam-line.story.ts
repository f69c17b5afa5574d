import type { ExamLine } from './exams.api.js';

/** An exam of North as the schedule tells it, at ten in Berlin; what a test is about it says itself. */
export const examLine = (changed: Partial<ExamLine> = {}): ExamLine => ({
  examId: '0190a000-0000-7000-8000-0000000000a1',
  accessionNumber: 'A1',
  facilityId: 'north',
  scheduledAt: '2026-05-04T08:00:00.000Z',
  zone: 'Europe/Berlin',
  status: 'scheduled',
  procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
  priority: 'routine',
  steps: [],
  deliveries: [],
  version: 1,
  ...changed,
});

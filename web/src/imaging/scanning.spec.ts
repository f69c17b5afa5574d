import { examLine } from '../scheduling/exam-line.story.js';
import type { ExamLine } from '../scheduling/exams.api.js';
import { inTurn, scanStateOf } from './scanning.js';

const exam = (examId: string, status: ExamLine['status']): ExamLine => examLine({ examId, status });

describe('the exams of the day at the scanner', () => {
  it('say how each stands', () => {
    expect((['scheduled', 'arrived', 'delivered'] as const).map((status) => scanStateOf(exam('A1', status)))).toEqual([
      { words: 'Expected', tone: 'plain' },
      { words: 'Here', tone: 'accent' },
      { words: 'Scanned, delivered', tone: 'good' },
    ]);
  });

  it('say that a scan is under way or was broken off, until it is here', () => {
    const told = (name: 'scan-started' | 'scan-discontinued') => [{ name, at: '2026-05-04T08:10:00.000Z', by: 'modality-gateway' }];
    expect(scanStateOf({ status: 'arrived', steps: told('scan-started') }).words).toBe('Being scanned');
    expect(scanStateOf({ status: 'scheduled', steps: told('scan-discontinued') }).words).toBe('Broken off');
    expect(scanStateOf({ status: 'scanned', steps: told('scan-started') }).words).toBe('Scanned');
  });

  it('begin with who is here, and keep the order of the day', () => {
    const day = [exam('A1', 'scanned'), exam('A2', 'scheduled'), exam('A3', 'arrived'), exam('A4', 'scheduled'), exam('A5', 'cancelled')];
    expect(inTurn(day).map(({ examId }) => examId)).toEqual(['A3', 'A2', 'A4', 'A1', 'A5']);
  });
});

import { examA1, NORTH } from '@osteon/testing';
import { heardFrom } from './heard-from.js';
import { review } from './testing/said.js';

const record = review(examA1.examId, 3);
const without = (name: string) => ({
  ...record,
  headers: Object.fromEntries(Object.entries(record.headers).filter(([key]) => key !== name)),
});
const withHeader = (name: string, value: string) => ({ ...record, headers: { ...record.headers, [name]: value } });

describe('the headers of a message', () => {
  it('say what it is, of which stream and version, and whose thread it belongs to', () => {
    expect(heardFrom(withHeader('ce_traceparent', '00-1-2-00'))).toEqual({
      eventId: record.headers.ce_id,
      type: 'osteon.reading.ScanReviewed.v1',
      subject: `study-to-read-${examA1.examId}`,
      streamVersion: 3,
      at: '2026-03-02T09:00:00.000Z',
      facilityId: NORTH,
      correlationId: 'the-morning-of-exam-a1',
      key: examA1.examId,
      traceparent: '00-1-2-00',
    });
  });

  it.each(['ce_specversion', 'ce_id', 'ce_type', 'ce_subject', 'ce_time', 'ce_facilityid'])('must have %s', (name) => {
    expect(() => heardFrom(without(name))).toThrow(`header ${name} is missing`);
  });

  it('begin a thread of their own where they name none', () => {
    expect(heardFrom(without('ce_correlationid')).correlationId).toBe(record.headers.ce_id);
  });

  it('may lack a version, but not have a wrong one', () => {
    expect(heardFrom(without('ce_streamversion')).streamVersion).toBe(0);
    expect(() => heardFrom(withHeader('ce_streamversion', 'three'))).toThrow('ce_streamversion');
    expect(() => heardFrom(withHeader('ce_streamversion', '-1'))).toThrow('ce_streamversion');
    expect(() => heardFrom(withHeader('ce_specversion', '0.3'))).toThrow('ce_specversion');
  });
});

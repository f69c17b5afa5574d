import { NotFoundException } from '@nestjs/common';
import { Refusal, refusals, storeRefusals } from '@osteon/event-store';
import { Problem, problemOf } from './problem.js';

const exams = refusals({
  NO_SUCH_EXAM: { kind: 'absent', sentence: 'There is no such exam.' },
  NOT_YOURS: { kind: 'forbidden', sentence: 'This exam is another hospital’s.' },
  NO_TIME: { kind: 'invalid', sentence: 'An exam needs a time.' },
  CANCELLED: { kind: 'conflict', sentence: 'This exam is cancelled.' },
});

describe('what a caller is told about an error', () => {
  it.each([
    ['absent', exams.NO_SUCH_EXAM, 404],
    ['forbidden', exams.NOT_YOURS, 403],
    ['invalid', exams.NO_TIME, 422],
    ['conflict', exams.CANCELLED, 409],
    ['stale', storeRefusals.STALE_VERSION, 412],
  ])('a refusal that is %s', (_, definition, status) => {
    expect(problemOf(new Refusal(definition, { examId: 'A1' }))).toEqual({
      type: `urn:osteon:problem:${definition.code}`,
      title: definition.sentence,
      status,
      code: definition.code,
      values: { examId: 'A1' },
    });
  });

  it('a no of the edge, with the places', () => {
    const errors = [{ in: 'body', pointer: '/comment', detail: 'too long' }] as const;
    expect(problemOf(new Problem(400, 'REQUEST_INVALID', 'No.', { errors }))).toMatchObject({
      status: 400,
      code: 'REQUEST_INVALID',
      errors,
    });
  });

  it('the status of the framework, in its words', () => {
    expect(problemOf(new NotFoundException('Cannot GET /okafor'))).toEqual({
      type: 'urn:osteon:problem:NOT_FOUND',
      title: 'Not Found',
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(problemOf(Object.assign(new Error('too large'), { statusCode: 413 }))).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    });
  });

  it.each([
    ['an error', new Error('Okafor')],
    ['an error that calls itself a success', Object.assign(new Error('Okafor'), { statusCode: 200 })],
    ['a peer’s 503', Object.assign(new Error('Okafor'), { statusCode: 503 })],
    ['something thrown', 'Okafor'],
  ])('of a broken world nothing: %s', (_, error) => {
    expect(problemOf(error)).toEqual({
      type: 'urn:osteon:problem:INTERNAL_SERVER_ERROR',
      title: 'Internal Server Error',
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
    });
  });
});

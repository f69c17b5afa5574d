import { inWords, inWordsWhenShowing, noAnswer, Problem, problemOf } from './problem.js';

describe('a problem', () => {
  it('keeps code, sentence and values of problem details', () => {
    const problem = problemOf(409, {
      title: 'Conflict',
      detail: 'Dr Kim has signed it.',
      code: 'ALREADY_SIGNED',
      values: { signedBy: 'dr-kim' },
    });
    expect([problem.status, problem.code, problem.detail, problem.values]).toEqual([
      409,
      'ALREADY_SIGNED',
      'Dr Kim has signed it.',
      { signedBy: 'dr-kim' },
    ]);
  });

  it('names the status where the body says nothing', () => {
    expect(problemOf(502, '<html>').code).toBe('HTTP_502');
  });
});

describe('the words for a failure', () => {
  it('say with the sentence of the service what was refused, and what is safe', () => {
    const words = inWords(problemOf(409, { code: 'ALREADY_SIGNED', detail: 'Dr Kim has signed it.' }));
    expect(words).toEqual({ what: 'Dr Kim has signed it.', next: 'Your signature was not added.', retry: false });
  });

  it('say for a stale version that the newest state is shown', () => {
    expect(inWords(problemOf(412, {})).next).toContain('newest state');
  });

  it('say why a rule forbids it, and generally where only the role is missing', () => {
    expect(inWords(problemOf(403, { code: 'SIGNER_NOT_ALLOWED', title: 'You may not sign here.' })).what).toBe(
      'You may not sign here.',
    );
    expect(inWords(problemOf(403, { code: 'FORBIDDEN', title: 'Forbidden' })).what).toBe('Your role does not allow this here.');
    expect(inWords(problemOf(404, { code: 'UNKNOWN', title: 'There is no such exam.' })).what).toBe('There is no such exam.');
  });

  it('never claim that nothing was done where a service broke', () => {
    expect(inWords(problemOf(500, {})).next).toContain('not known');
  });

  it('say nothing of changes where something could only not be shown', () => {
    expect(inWordsWhenShowing(problemOf(500, {})).next).toBe('Try again in a moment.');
    expect(inWordsWhenShowing(problemOf(404, { code: 'UNKNOWN', title: 'There is no such exam.' }))).toEqual({ what: 'There is no such exam.', next: '', retry: false });
    expect(inWordsWhenShowing(problemOf(403, {})).next).toContain('administrator');
    expect(inWordsWhenShowing(noAnswer())).toEqual(inWords(noAnswer()));
    expect(inWordsWhenShowing(new TypeError('x is undefined'))).toEqual(inWords(new TypeError('x is undefined')));
  });

  it('tell a missing network from a refusal', () => {
    expect(inWords(noAnswer()).what).toBe('Osteon does not answer.');
    expect(inWords(new Problem(422, 'NEW_RULE', 'A new rule said no.')).what).toBe('A new rule said no.');
    expect(inWords(new TypeError('x is undefined')).retry).toBe(true);
  });
});

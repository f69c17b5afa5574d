import { parseMessage } from '@osteon/hl7';
import { outcomeOfAck, outcomeOfMllp } from './outcome-of-ack.js';

const ack = (...lines: string[]) => parseMessage(Buffer.from(['MSH|^~\\&|EMR||OSTEON|||||1|P|2.5.1', ...lines].join('\r')));

describe('the answer of a record system', () => {
  it.each([
    ['AA is delivered', ['MSA|AA|7'], { kind: 'delivered', answer: 'AA' }],
    ['AE is refused', ['MSA|AE|7'], { kind: 'refused', answer: 'AE' }],
    ['CE is refused', ['MSA|CE|7'], { kind: 'refused', answer: 'CE' }],
    ['AR is for later', ['MSA|AR|7'], { kind: 'again', why: 'AR' }],
    ['CR is for later', ['MSA|CR|7'], { kind: 'again', why: 'CR' }],
    ['CA is no answer', ['MSA|CA|7'], { kind: 'uncertain', why: 'the answer has no known code' }],
    ['no code is no answer', ['MSA||7'], { kind: 'uncertain', why: 'the answer has no known code' }],
    [
      'errors are kept by code and place, from 2.5',
      ['MSA|AE|7', 'ERR||PID^1^3^1|204^Unknown key identifier^HL70357|E||||no patient Okafor', 'ERR|||207'],
      { kind: 'refused', answer: 'AE 204 PID-3 207' },
    ],
    ['and before', ['MSA|AE|7|no patient Okafor', 'ERR|OBR^1^16^101&Required field missing&HL70357'], { kind: 'refused', answer: 'AE 101 OBR-16' }],
    ['but never free text', ['MSA|AE|7|Okafor', 'ERR||Okafor^Grace^Okafor|Okafor'], { kind: 'refused', answer: 'AE' }],
  ])('%s', (_, lines, outcome) => {
    expect(outcomeOfAck(ack(...lines))).toEqual(outcome);
  });

  it('silence is uncertain, and what was not sent is for later', () => {
    expect(outcomeOfMllp({ kind: 'uncertain', why: 'no answer in time' }, parseMessage)).toEqual({ kind: 'uncertain', why: 'no answer in time' });
    expect(outcomeOfMllp({ kind: 'not-sent', why: 'ECONNREFUSED' }, parseMessage)).toEqual({ kind: 'again', why: 'ECONNREFUSED' });
    expect(outcomeOfMllp({ kind: 'answered', bytes: Buffer.from('MSH|^~\\&\rMSA|AA|7') }, parseMessage)).toEqual({ kind: 'delivered', answer: 'AA' });
  });
});

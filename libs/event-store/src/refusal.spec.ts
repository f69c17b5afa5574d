import { Refusal, refusals, refuse } from './refusal.js';

const reports = refusals({ ALREADY_SIGNED: { kind: 'conflict', sentence: 'The report is signed.' } });

it('a definition gets its key as its code', () => {
  expect(reports.ALREADY_SIGNED).toEqual({ code: 'ALREADY_SIGNED', kind: 'conflict', sentence: 'The report is signed.' });
});

it('refusing throws code, kind, sentence and values', () => {
  const refusing = () => refuse(reports.ALREADY_SIGNED, { signedBy: 'dr-lee' });
  expect(refusing).toThrow(Refusal);
  expect(refusing).toThrow(expect.objectContaining({ code: 'ALREADY_SIGNED', kind: 'conflict', message: 'The report is signed.', values: { signedBy: 'dr-lee' } }));
});

import { ageOn } from './age.js';
import { chooseScore } from './choose-score.js';
import type { Patient } from './patient-shape.js';

const woman = (menopausalStatus: Patient['menopausalStatus'], birthDate: string): Patient => ({
  id: 'P-1',
  sex: 'female',
  birthDate,
  ...(menopausalStatus === undefined ? {} : { menopausalStatus }),
});
const man = (birthDate: string): Patient => ({ id: 'P-2', sex: 'male', birthDate });
const day = '2026-05-04';

test.each<[string, Patient, object]>([
  ['a woman after menopause', woman('post', '1980-01-01'), { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' }],
  ['a woman in transition', woman('transition', '1976-01-01'), { kind: 'T', rule: 'T_SCORE_IN_TRANSITION' }],
  ['a woman of 62 before menopause', woman('pre', '1964-01-01'), { kind: 'Z', rule: 'Z_SCORE_BEFORE_MENOPAUSE' }],
  [
    'a woman of 60 today, unstated',
    woman(undefined, '1966-05-04'),
    { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE', assumed: true },
  ],
  [
    'a woman of 60, status unknown',
    woman('unknown', '1966-05-04'),
    { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE', assumed: true },
  ],
  ['a woman of 60 tomorrow, unstated', woman(undefined, '1966-05-05'), { kind: 'none', rule: 'MENOPAUSAL_STATUS_UNKNOWN' }],
  ['a man of 50 today', man('1976-05-04'), { kind: 'T', rule: 'T_SCORE_MEN_50' }],
  ['a man of 50 tomorrow', man('1976-05-05'), { kind: 'Z', rule: 'Z_SCORE_MEN_UNDER_50' }],
  ['a girl of 19', woman('post', '2006-05-05'), { kind: 'Z', rule: 'Z_SCORE_CHILD' }],
  ['a woman of 20', woman('pre', '2006-05-04'), { kind: 'Z', rule: 'Z_SCORE_BEFORE_MENOPAUSE' }],
  ['a person of unknown sex', { id: 'P-3', sex: 'unknown', birthDate: '1950-01-01' }, { kind: 'none', rule: 'SEX_UNKNOWN' }],
])('%s', (_who, patient, score) => {
  expect(chooseScore(patient, day, 60)).toEqual(score);
});

test('who is born on 29 February is a year older on 1 March', () => {
  expect([ageOn('2026-02-28', '1956-02-29'), ageOn('2026-03-01', '1956-02-29')]).toEqual([69, 70]);
});

import { ADULT_FROM, ageOn } from './age.js';
import type { Score } from './assessment.js';
import type { Patient } from './patient-shape.js';

/** Men are judged by T-score from here (ISCD). */
const MEN_T_SCORE_FROM = 50;

const ofWoman = (status: Patient['menopausalStatus'], age: number, assumedFromYears: number): Score => {
  if (status === 'pre') return { kind: 'Z', rule: 'Z_SCORE_BEFORE_MENOPAUSE' };
  if (status === 'transition') return { kind: 'T', rule: 'T_SCORE_IN_TRANSITION' };
  if (status === 'post') return { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' };
  return age >= assumedFromYears
    ? { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE', assumed: true }
    : { kind: 'none', rule: 'MENOPAUSAL_STATUS_UNKNOWN' };
};

const ofMan = (age: number): Score =>
  age >= MEN_T_SCORE_FROM ? { kind: 'T', rule: 'T_SCORE_MEN_50' } : { kind: 'Z', rule: 'Z_SCORE_MEN_UNDER_50' };

/**
 * T or Z: by menopausal status and age, never by age alone. What is not known is asked for, never guessed; from the policy's age on (60 or
 * later) an unstated status counts as after menopause, and the score says that it was assumed.
 */
export const chooseScore = (patient: Patient, examDate: string, assumedFromYears: number): Score => {
  const age = ageOn(examDate, patient.birthDate);
  if (age < ADULT_FROM) return { kind: 'Z', rule: 'Z_SCORE_CHILD' };
  if (patient.sex === 'unknown') return { kind: 'none', rule: 'SEX_UNKNOWN' };
  return patient.sex === 'female' ? ofWoman(patient.menopausalStatus, age, assumedFromYears) : ofMan(age);
};

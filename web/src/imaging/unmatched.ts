import type { Acquisition } from './acquisitions.api.js';

const states = { matched: 'Matched', ambiguous: 'Ambiguous', suggested: 'Suggested', unmatched: 'No exam' } as const;

/** How a study stands to the exams, in words. */
export const matchInWords = ({ match }: Acquisition): string => states[match];

const reasons: Readonly<Record<string, string>> = {
  PATIENT_ID_DIFFERS: 'Patient number differs',
  BIRTH_DATE_DIFFERS: 'Birth date differs',
  NO_EXAM_NAMED: 'No exam with its numbers',
  PATIENT_NOT_HERE: 'Patient of the exam not known here',
  SEVERAL_EXAMS_WITHIN_A_DAY: 'Same patient, several open exams within a day',
  SAME_PATIENT_WITHIN_A_DAY: 'Same patient, one open exam within a day',
};

const spelled = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ').replaceAll('-', ' ');

/** Why it is not matched: known codes in words, others spelled out. */
export const whyInWords = ({ why }: Acquisition): string => why.map((code) => reasons[code] ?? spelled(code)).join('; ');

/** `3 images, 1 results object`. */
export const contentInWords = ({ instances }: Acquisition): string => {
  const images = instances.filter(({ kind }) => kind === 'image').length;
  const others = instances.length - images;
  return [
    `${images} ${images === 1 ? 'image' : 'images'}`,
    ...(others > 0 ? [`${others} other ${others === 1 ? 'object' : 'objects'}`] : []),
  ].join(', ');
};

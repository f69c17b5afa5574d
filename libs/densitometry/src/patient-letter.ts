import type { Advice, Comparison, Diagnosis, Sentence } from './assessment.js';
import { sentence } from './sentence.js';

const categoryInPlainWords: Readonly<Record<Diagnosis['category'], string>> = {
  normal: 'Your bone density is normal.',
  'low-bone-density': 'Your bone density is lower than in young adults.',
  osteoporosis: 'Your results show osteoporosis: your bones break more easily than they should.',
  'within-expected-range': 'Your bone density is as expected at your age.',
  'below-expected-range': 'Your bone density is lower than expected at your age.',
  none: 'No result can be given from this measurement yet. Your doctor will tell you what comes next.',
};

const changeInPlainWords = (comparisons: readonly Comparison[]): string[] => {
  const followed = comparisons.filter((one) => one.followed && one.significant !== undefined);
  if (followed.length === 0) return [];
  if (followed.some(({ direction }) => direction === 'decrease'))
    return ['Compared with an earlier measurement you have lost bone.'];
  return followed.some(({ direction }) => direction === 'increase')
    ? ['Compared with an earlier measurement you have gained bone.']
    : ['Compared with earlier measurements your bone has stayed the same.'];
};

const fractureInPlainWords = ({ category }: Diagnosis, advice: readonly Advice[]): string[] =>
  category !== 'osteoporosis' && advice.some(({ code }) => code === 'CLINICAL_OSTEOPOROSIS_BY_FRACTURE')
    ? ['You have had a fracture that can mean osteoporosis whatever the density; your doctor will explain this.']
    : [];

/** The result for the patient in plain words: the same category, and nothing that the report does not say. */
export const patientLetter = (
  diagnosis: Diagnosis,
  comparisons: readonly Comparison[],
  advice: readonly Advice[],
): Sentence[] => {
  const months = advice.find(({ code }) => code === 'NEXT_EXAM')?.months;
  const { category, provisional } = diagnosis;
  const open = provisional && category !== 'none';
  const texts = [
    ...(open ? ['This result is not final: a part of the measurement could not be used.'] : []),
    open && category === 'normal' ? 'What could be used is normal.' : categoryInPlainWords[category],
    ...fractureInPlainWords(diagnosis, advice),
    ...changeInPlainWords(comparisons),
    ...(months === undefined ? [] : [`The next measurement is suggested in ${months} months.`]),
    'Please talk to your doctor about this result.',
  ];
  return texts.map((text) => sentence('patient-letter', 'PATIENT_LETTER', text, { category, provisional, months }));
};

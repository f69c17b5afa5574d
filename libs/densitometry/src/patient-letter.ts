import type { Advice, Comparison, Diagnosis, Finding, Sentence } from './assessment.js';
import { isDoubted } from './comparison-text.js';
import type { Speaker } from './languages/speak.js';
import { sentence } from './sentence.js';

interface Told {
  readonly diagnosis: Diagnosis;
  readonly comparisons: readonly Comparison[];
  readonly advice: readonly Advice[];
  readonly findings: readonly Finding[];
}

/** Nothing is told of a change where it is in doubt whether both exams are of this patient. */
const change = ({ say }: Speaker, { comparisons, findings }: Told): string[] => {
  if (isDoubted(findings)) return [];
  const followed = comparisons.filter((one) => one.followed && one.significant !== undefined);
  if (followed.length === 0) return [];
  if (followed.some(({ direction }) => direction === 'decrease')) return [say('letter', 'lost')];
  return [say('letter', followed.some(({ direction }) => direction === 'increase') ? 'gained' : 'same')];
};

const fracture = ({ say }: Speaker, { diagnosis, advice }: Told): string[] => {
  const because = advice.find(({ code }) => code === 'CLINICAL_OSTEOPOROSIS_BY_FRACTURE')?.because;
  if (because === undefined || diagnosis.category === 'osteoporosis') return [];
  const isEnough = because.some((reason) => reason === 'HIP_FRACTURE' || reason === 'VERTEBRAL_FRACTURE');
  return [say('letter', isEnough ? 'fracture' : 'fractureAndDensity')];
};

/** The result for the patient in plain words: the same category, and nothing that the report does not say. */
export const patientLetter = (speaker: Speaker, told: Told): Sentence[] => {
  const { say } = speaker;
  const { diagnosis, advice } = told;
  const months = advice.find(({ code }) => code === 'NEXT_EXAM')?.months;
  const { category, provisional } = diagnosis;
  const open = provisional && category !== 'none';
  const texts = [
    ...(open ? [say('letter', 'notFinal')] : []),
    say('letter', open && category === 'normal' ? 'partlyNormal' : category),
    ...fracture(speaker, told),
    ...change(speaker, told),
    ...(months === undefined ? [] : [say('letter', 'nextExam', { months })]),
    ...(category === 'none' ? [] : [say('letter', 'talk')]),
  ];
  return texts.map((text) => sentence('patient-letter', 'PATIENT_LETTER', text, { category, provisional, months }));
};

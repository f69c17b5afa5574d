import { ageOn } from '../age.js';
import type { JudgedExam } from '../advise.js';
import type { AssessInput } from '../assess-input.js';
import { fracturePlaces, fragilityFractures, vfaFracture } from '../fractures.js';
import { isTreated, isTreatedForFrax } from '../treatments.js';

export type FactValue = string | number | boolean | readonly string[] | readonly number[];

/** Something that a condition of a policy may ask. What is not known is absent, never 0 and never `false`. */
export interface Fact<From> {
  readonly name: string;
  readonly type: 'string' | 'int' | 'double' | 'bool' | 'list<string>' | 'list<double>';
  readonly says: string;
  /** All values there are: a condition that compares with another one is refused. */
  readonly values?: readonly string[];
  readonly read: (from: From) => FactValue | undefined;
}

/** Who is asked, before anything is measured. */
export interface Asked {
  readonly patient: AssessInput['patient'];
  readonly date: string;
}

/** What is known before an exam: a questionnaire may ask by nothing else. */
export const patientFacts: readonly Fact<Asked>[] = [
  {
    name: 'patient.sex',
    type: 'string',
    says: 'sex',
    values: ['female', 'male', 'unknown'],
    read: ({ patient }) => patient.sex,
  },
  {
    name: 'patient.ageYears',
    type: 'int',
    says: 'whole years on the day of the exam',
    read: ({ patient, date }) => ageOn(date, patient.birthDate),
  },
  {
    name: 'patient.menopausalStatus',
    type: 'string',
    says: 'as stated',
    values: ['pre', 'transition', 'post', 'unknown'],
    read: ({ patient }) => patient.menopausalStatus,
  },
  { name: 'patient.heightCm', type: 'double', says: 'height in cm', read: ({ patient }) => patient.heightCm },
  { name: 'patient.weightKg', type: 'double', says: 'weight in kg', read: ({ patient }) => patient.weightKg },
];

const usable = ({ regions }: JudgedExam, site: string): boolean =>
  regions.some(({ result }) => result.site === site && result.usable);

const followed = (exam: JudgedExam, direction: 'increase' | 'decrease'): boolean =>
  exam.comparisons.some((one) => one.followed && one.direction === direction);

const judgedFacts: readonly Fact<JudgedExam>[] = [
  { name: 'patient.child', type: 'bool', says: 'judged as a child (under 20)', read: ({ child }) => child },
  { name: 'score.kind', type: 'string', says: 'which score counts', values: ['T', 'Z', 'none'], read: ({ score }) => score.kind },
  {
    name: 'diagnosis.category',
    type: 'string',
    says: 'the class',
    values: ['normal', 'low-bone-density', 'osteoporosis', 'within-expected-range', 'below-expected-range', 'none'],
    read: ({ diagnosis }) => diagnosis.category,
  },
  {
    name: 'diagnosis.score',
    type: 'double',
    says: 'the score that decided, as printed',
    read: ({ diagnosis }) => diagnosis.basis?.score,
  },
  {
    name: 'diagnosis.provisional',
    type: 'bool',
    says: 'a region that could have decided was withheld',
    read: ({ diagnosis }) => diagnosis.provisional,
  },
  {
    name: 'diagnosis.established',
    type: 'bool',
    says: 'osteoporosis with a fragility fracture',
    read: ({ diagnosis }) => diagnosis.established ?? false,
  },
  { name: 'sites.spineUsable', type: 'bool', says: 'the spine can be used', read: (exam) => usable(exam, 'lumbar-spine') },
  { name: 'sites.hipUsable', type: 'bool', says: 'one hip at least can be used', read: (exam) => usable(exam, 'hip') },
  {
    name: 'sites.forearmMeasured',
    type: 'bool',
    says: 'a forearm was measured',
    read: ({ sites }) => sites.some(({ site }) => site === 'forearm'),
  },
  {
    name: 'sites.spineAndHipScores',
    type: 'list<double>',
    says: 'the score that counts of each usable region of spine and hip',
    read: ({ regions }) =>
      regions.flatMap(({ result: { site, usable: used, score } }) =>
        used && (site === 'lumbar-spine' || site === 'hip') && score !== undefined ? [score] : [],
      ),
  },
  {
    name: 'sites.decidingZScores',
    type: 'list<double>',
    says: 'the Z-score of each usable region that may decide',
    read: ({ deciding }) => deciding.flatMap(({ result, zScore }) => (result.usable && zScore !== undefined ? [zScore] : [])),
  },
  {
    name: 'intake.fragilityFractures',
    type: 'list<string>',
    says: 'places of recorded fragility fractures',
    values: fracturePlaces,
    read: ({ input }) => input.intake?.fragilityFractures && fragilityFractures({ input }),
  },
  {
    name: 'intake.parentHipFracture',
    type: 'bool',
    says: 'a parent broke a hip',
    read: ({ input }) => input.intake?.parentHipFracture,
  },
  { name: 'intake.currentSmoker', type: 'bool', says: 'smokes', read: ({ input }) => input.intake?.currentSmoker },
  {
    name: 'intake.alcoholUnitsPerDay',
    type: 'double',
    says: 'units of alcohol a day',
    read: ({ input }) => input.intake?.alcoholUnitsPerDay,
  },
  {
    name: 'intake.rheumatoidArthritis',
    type: 'bool',
    says: 'has rheumatoid arthritis',
    read: ({ input }) => input.intake?.rheumatoidArthritis,
  },
  {
    name: 'intake.glucocorticoids.prednisoneMgPerDay',
    type: 'double',
    says: 'mg of prednisone a day, or what equals it',
    read: ({ input }) => input.intake?.glucocorticoids?.prednisoneMgPerDay,
  },
  {
    name: 'intake.glucocorticoids.months',
    type: 'double',
    says: 'for so many months',
    read: ({ input }) => input.intake?.glucocorticoids?.months,
  },
  {
    name: 'intake.secondaryCauses',
    type: 'list<string>',
    says: 'ids of recorded causes',
    read: ({ input }) => input.intake?.secondaryCauses,
  },
  {
    name: 'intake.historicalHeightLossCm',
    type: 'double',
    says: 'cm of height lost',
    read: ({ input }) => input.intake?.historicalHeightLossCm,
  },
  {
    name: 'intake.reportedVertebralFracture',
    type: 'bool',
    says: 'a vertebral fracture is reported and not documented',
    read: ({ input }) => input.intake?.reportedVertebralFracture,
  },
  {
    name: 'treatment.ongoing',
    type: 'bool',
    says: "a drug of the policy's list is taken on the day of the exam",
    read: (exam) => exam.input.intake?.treatments && isTreated(exam),
  },
  {
    name: 'treatment.asFraxMeansIt',
    type: 'bool',
    says: 'the same, or ended too short a time ago',
    read: (exam) => exam.input.intake?.treatments && isTreatedForFrax(exam),
  },
  { name: 'frax.country', type: 'string', says: 'country of the risk model, as given', read: ({ input }) => input.frax?.country },
  {
    name: 'frax.majorPercent',
    type: 'double',
    says: 'ten-year risk of a major osteoporotic fracture, %',
    read: ({ input }) => input.frax?.majorPercent,
  },
  {
    name: 'frax.hipPercent',
    type: 'double',
    says: 'ten-year risk of a hip fracture, %',
    read: ({ input }) => input.frax?.hipPercent,
  },
  { name: 'vfa.done', type: 'bool', says: 'this exam has VFA', read: ({ input }) => input.vfa !== undefined },
  {
    name: 'vfa.fracture',
    type: 'bool',
    says: "VFA says yes, from the policy's grade on",
    read: (exam) => exam.input.vfa && vfaFracture(exam),
  },
  {
    name: 'comparison.loss',
    type: 'bool',
    says: 'spine or total hip lost the LSC or more against a prior',
    read: (exam) => followed(exam, 'decrease'),
  },
  {
    name: 'comparison.gain',
    type: 'bool',
    says: 'spine or total hip gained the LSC or more against a prior',
    read: (exam) => followed(exam, 'increase'),
  },
];

/** Everything that a condition may ask of a judged exam. */
export const factTable: readonly Fact<JudgedExam>[] = [
  ...patientFacts.map((fact) => ({
    ...fact,
    read: ({ input }: JudgedExam) => fact.read({ patient: input.patient, date: input.exam.date }),
  })),
  ...judgedFacts,
];

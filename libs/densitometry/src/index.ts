export { assess } from './assess.js';
export { assessInput, type AssessInput } from './assess-input.js';
export type * from './assessment.js';
export { ageOn } from './age.js';
export { bmdText, printedBmd, printedScore, scoreText, twoDecimals } from './decimals.js';
export { whoCategory, zCategory } from './diagnose.js';
export {
  examShape,
  qualityKinds,
  qualityStatuses,
  type Exam,
  type MeasuredScan,
  type QualityKind,
  type QualityStatus,
  type Row,
} from './exam-shape.js';
export { findingCodes, type FindingCode } from './findings.table.js';
export { forbiddenIn } from './languages/forbidden-wording.js';
export { languages, type Language } from './languages/speak.js';
export { intakeShape, patientShape, type Intake, type Patient } from './patient-shape.js';
export { makerOf } from './maker.js';
export { choosePolicy } from './policy/choose-policy.js';
export { nameText, type Policy, type PolicyName } from './policy/policy.js';
export { questionsFor, type Question } from './policy/questionnaire.js';
export { readSitePolicy, type ReadPolicy } from './policy/read-policy.js';
export { defaultPolicy, policyNamed, storedPolicies } from './policy/stored-policies.js';
export { pointer, problemsOf, type Problem } from './problems.js';
export { referenceMeans, type ReferenceMean } from './reference-means.table.js';
export { RULE_VERSION } from './sentence.js';
export { lumbarVertebrae, nameOfVertebrae, vertebraeOf, type Vertebra } from './vertebrae.js';
export { categoryWords, nameOfReason, nameOfRow, nameOfSite } from './words.js';

import { Decimal } from 'decimal.js';
import type { AssessInput } from './assess-input.js';
import type { NotComparable } from './assessment.js';
import { printedBmd } from './decimals.js';
import type { Exam } from './exam-shape.js';
import { holdsFor, lscOf, type Target } from './least-significant-change.js';
import { makerOf } from './maker.js';

/** How a BMD of a prior is brought to the scale of this exam's scanner, with the LSC that then holds; or why it cannot be. */
export interface Scale {
  readonly why: readonly NotComparable[];
  readonly toThisScale: (bmd: number) => number;
  readonly lscGcm2?: number;
  readonly crossCalibrated?: true;
}

const sameMaker = (one: Exam['scanner'], other: Exam['scanner']): boolean =>
  makerOf(one.manufacturer) === makerOf(other.manufacturer);

/** The same device by its serial number and maker. */
export const isSameScanner = (one: Exam['scanner'], other: Exam['scanner']): boolean =>
  one.serial !== undefined && one.serial === other.serial && sameMaker(one, other);

const sameModel = (one: Exam['scanner'], other: Exam['scanner']): boolean =>
  sameMaker(one, other) && one.model !== undefined && one.model === other.model;

/** A stored cross-calibration counts with an LSC of its own; one by phantom only between scanners of one model. */
const calibrationOf = ({ exam, crossCalibrations }: AssessInput, prior: Exam, target: Target) =>
  (crossCalibrations ?? []).find(
    (one) =>
      one.fromSerial === prior.scanner.serial &&
      one.toSerial === exam.scanner.serial &&
      one.lscGcm2 !== undefined &&
      holdsFor(one, target) &&
      (one.method === 'patients' || sameModel(prior.scanner, exam.scanner)),
  );

/** Only the same scanner, or one that was cross-calibrated with this one in this direction. */
export const scaleOf = (input: AssessInput, prior: Exam, target: Target): Scale => {
  if (isSameScanner(prior.scanner, input.exam.scanner)) {
    const lscGcm2 = lscOf(input, target);
    return { why: [], toThisScale: (bmd) => bmd, ...(lscGcm2 === undefined ? {} : { lscGcm2 }) };
  }
  const calibration = calibrationOf(input, prior, target);
  if (calibration === undefined) {
    const why = sameMaker(prior.scanner, input.exam.scanner) ? [] : ['OTHER_MANUFACTURER' as const];
    return { why: ['OTHER_SCANNER', ...why], toThisScale: (bmd) => bmd };
  }
  const { slope, intercept, lscGcm2 = 0 } = calibration;
  return {
    why: [],
    toThisScale: (bmd) => printedBmd(new Decimal(bmd).times(slope).plus(intercept).toNumber()),
    lscGcm2: printedBmd(lscGcm2),
    crossCalibrated: true,
  };
};

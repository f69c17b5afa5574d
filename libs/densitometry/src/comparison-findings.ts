import { Decimal } from 'decimal.js';
import { ADULT_FROM, ageOn } from './age.js';
import type { AssessInput } from './assess-input.js';
import type { Finding } from './assessment.js';
import type { Compared } from './compare.js';
import { yearsBetween } from './days.js';
import type { Exam } from './exam-shape.js';
import { finding } from './finding.js';
import { rowsFor } from './judge-sites.js';
import { makerOf } from './maker.js';
import type { MeasuredSite } from './measured-site.js';
import { vertebraeOf } from './vertebrae.js';

/** Against a prior: area in percent; BMD in percent in the first year and for each further one, and in multiples of the LSC. */
export const priorTolerance = { identityArea: 12, area: 2, jumpFirstYear: 15, jumpFurtherYear: 10, jumpLsc: 3 } as const;

type Check = (compared: Compared, input: AssessInput) => Finding[];

const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.length === 0 || values.some((value) => value === undefined)
    ? undefined
    : values.reduce<Decimal>((total, value) => total.plus(value ?? 0), new Decimal(0)).toNumber();

/** Area in cm2 of the device's row for a region, or the sum of its vertebrae. */
const areaOf = (site: MeasuredSite, regions: string): number | undefined => {
  const vertebrae = vertebraeOf(regions);
  const rows = vertebrae.length > 0 ? rowsFor(site, vertebrae) : site.rows.filter(({ row }) => row.region === regions);
  const whole = rows.map(({ row }) => row.area).find((area) => area !== undefined);
  const parts = vertebrae.map((vertebra) => rowsFor(site, [vertebra]).map(({ row }) => row.area)[0]);
  return whole ?? sum(parts);
};

const sameMaker = (one: Exam, other: Exam): boolean => makerOf(one.scanner.manufacturer) === makerOf(other.scanner.manufacturer);

const areaDifference = ({ comparison: { regions }, current, priorSite }: Compared) => {
  const area = areaOf(current, regions);
  const before = priorSite === undefined ? undefined : areaOf(priorSite, regions);
  if (area === undefined || before === undefined || !(before > 0)) return undefined;
  return { area, before, percent: new Decimal(area).minus(before).abs().times(100).dividedBy(before) };
};

/** Vertebrae do not grow: 12 % is another person, 2 % another position. Of the hip only the position can be told. */
const area: Check = (compared, { exam }) => {
  const { comparison, current, prior } = compared;
  const difference = areaDifference(compared);
  if (difference === undefined || !sameMaker(prior, exam)) return [];
  const { percent, ...areas } = difference;
  const values = { ...areas, priorDate: prior.date, percent: percent.toDecimalPlaces(1).toNumber() };
  if (comparison.site === 'lumbar-spine' && percent.greaterThan(priorTolerance.identityArea))
    return [finding('IDENTITY_BONE_AREA', current.at, values)];
  const followed = comparison.comparable && comparison.followed;
  return followed && percent.greaterThan(priorTolerance.area) ? [finding('AREA_CHANGED', current.at, values)] : [];
};

const allowedPercent = (years: number): number =>
  priorTolerance.jumpFirstYear + priorTolerance.jumpFurtherYear * Math.max(0, years - 1);

const jump: Check = ({ comparison, current }, { exam }) => {
  const { changeGcm2, priorBmd, lscGcm2 = 0, priorDate, bmd } = comparison;
  if (changeGcm2 === undefined || priorBmd === undefined) return [];
  const allowed = Decimal.max(
    new Decimal(lscGcm2).times(priorTolerance.jumpLsc),
    new Decimal(priorBmd).times(allowedPercent(yearsBetween(priorDate, exam.date))).dividedBy(100),
  );
  if (!allowed.lessThan(Math.abs(changeGcm2))) return [];
  const allowedGcm2 = allowed.toDecimalPlaces(3).toNumber();
  return [finding('IDENTITY_BMD_JUMP', current.at, { bmd, priorBmd, priorDate, changeGcm2, allowedGcm2 })];
};

const referencesIn = (site: MeasuredSite, region: string): Set<string> =>
  new Set(site.rows.filter(({ row }) => row.region === region).flatMap(({ row }) => row.tReference?.name ?? []));

const otherReference = ({ comparison: { regions }, current, priorSite }: Compared): boolean => {
  const [now, then] = [referencesIn(current, regions), priorSite === undefined ? new Set() : referencesIn(priorSite, regions)];
  return now.size > 0 && then.size > 0 && [...now].every((name) => !then.has(name));
};

const otherSoftware = ({ prior }: Compared, { exam }: AssessInput): boolean => {
  const [now, then] = [exam.scanner.software, prior.scanner.software];
  return now !== undefined && then !== undefined && now !== then;
};

const softwareOrReference: Check = (compared, input) =>
  compared.comparison.comparable && (otherSoftware(compared, input) || otherReference(compared))
    ? [
        finding('SOFTWARE_OR_REFERENCE_CHANGED', compared.priorAt, {
          software: input.exam.scanner.software,
          priorSoftware: compared.prior.scanner.software,
          priorDate: compared.prior.date,
        }),
      ]
    : [];

/** What grows is not compared in size: from a prior before the age of 20 only software and reference are looked at. */
const checksFor = ({ prior }: Compared, { patient }: AssessInput): readonly Check[] =>
  ageOn(prior.date, patient.birthDate) < ADULT_FROM ? [softwareOrReference] : [area, jump, softwareOrReference];

/** What stands out against the patient's own priors, each with its figures. */
export const comparisonFindings = (all: readonly Compared[], input: AssessInput): Finding[] =>
  all.flatMap((compared) => checksFor(compared, input).flatMap((check) => check(compared, input)));

import type { AssessInput } from './assess-input.js';
import type { Side, Site } from './assessment.js';
import { printedBmd } from './decimals.js';
import { nameOfVertebrae, vertebraeOf } from './vertebrae.js';

/** What is followed over time: one region or one set of vertebrae on one side. */
export interface Target {
  readonly site: Site;
  readonly side?: Side;
  readonly regions: string;
}

type Place = { readonly site: string; readonly side?: string | undefined; readonly regions: string };

const named = (regions: string): string => nameOfVertebrae(vertebraeOf(regions)) || regions;

/** The same site and region set; what is stated without a side holds for both. */
export const holdsFor = (stated: Place, { site, side, regions }: Target): boolean =>
  stated.site === site && (stated.side === undefined || stated.side === side) && named(stated.regions) === named(regions);

/**
 * The facility's own least significant change in g/cm2 for this scanner, site and region set, as it was valid on a day: never another
 * combination's. Of several the newest, of equally new ones the larger.
 */
export const lscOf = (input: AssessInput, target: Target): number | undefined => {
  const { serial } = input.exam.scanner;
  const valid = (input.precision ?? [])
    .filter((one) => one.scannerSerial === serial && holdsFor(one, target) && (one.validFrom ?? '') <= input.exam.date)
    .sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? '') || b.lscGcm2 - a.lscGcm2);
  return valid[0] === undefined ? undefined : printedBmd(valid[0].lscGcm2);
};

import { Decimal } from 'decimal.js';
import type { SiteResult, StandardisedBmd } from './assessment.js';
import type { Judging } from './row-values.js';
import { standardisations } from './standardised-bmd.table.js';

const standardisedOf = ({ site, regions, bmd }: SiteResult, { maker }: Judging): StandardisedBmd | undefined => {
  const found = standardisations.find((one) => one.maker === maker && one.site === site && one.regions === regions);
  if (found === undefined || bmd === undefined) return undefined;
  const value = new Decimal(bmd).minus(found.from).times(found.slope).plus(found.offset).times(1000);
  return { mgPerCm2: value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), formula: found.formula };
};

/**
 * A site's result with its standardised BMD beside it, where it is an adult's, can be used and the maker's formula is known. Information
 * only: it makes two makers' values alike within 4 to 7 %, so no change, score or class ever rests on it.
 */
export const withStandardised = (result: SiteResult, judging: Judging): SiteResult => {
  const standardised = judging.child || !result.usable ? undefined : standardisedOf(result, judging);
  return standardised === undefined ? result : { ...result, standardised };
};

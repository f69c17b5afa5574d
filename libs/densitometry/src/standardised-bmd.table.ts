/** How a maker's BMD of a region is put on the standardised scale: mg/cm2 = 1000 x (offset + slope x (BMD - from)). */
export interface Standardisation {
  readonly maker: string;
  readonly site: 'lumbar-spine' | 'hip';
  readonly regions: string;
  readonly slope: number;
  readonly from: number;
  readonly offset: number;
  readonly formula: string;
}

const hip = (maker: string, regions: string, offset: number, slope: number): Standardisation => ({
  maker,
  site: 'hip',
  regions,
  slope,
  from: 0,
  offset,
  formula: `Lu 2001: 1000 x (${offset} + ${slope} x BMD)`,
});

const spine = (maker: string, slope: number, from: number): Standardisation => ({
  maker,
  site: 'lumbar-spine',
  regions: 'L2-L4',
  slope,
  from,
  offset: 1.0436,
  formula: `Hui 1997: 1000 x (${slope} x (BMD - ${from}) + 1.0436)`,
});

/**
 * Hui 1997 and Lu 2001 as courses.washington.edu/bonephys prints them [S]. That the spine is L2-L4 was not re-read [M]: no other set of
 * vertebrae is converted. Devices that print a standardised BMD may use Genant 1994, which differs by 1 %: hence the formula with each value.
 */
export const standardisations: readonly Standardisation[] = [
  spine('hologic', 1.055, 0.972),
  spine('ge-lunar', 0.9683, 1.1),
  spine('norland', 0.9743, 0.969),
  hip('hologic', 'femoral-neck', 0.019, 1.087),
  hip('ge-lunar', 'femoral-neck', -0.023, 0.939),
  hip('norland', 'femoral-neck', 0.006, 0.985),
  hip('hologic', 'trochanter', -0.017, 1.105),
  hip('ge-lunar', 'trochanter', -0.042, 0.949),
  hip('norland', 'trochanter', 0.057, 0.961),
  hip('hologic', 'total-hip', 0.006, 1.008),
  hip('ge-lunar', 'total-hip', -0.031, 0.979),
  hip('norland', 'total-hip', 0.026, 1.012),
];

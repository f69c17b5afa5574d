// taken out of Math once: they run some hundred million times
const { floor, imul } = Math;

/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const LATTICE = 64;

/** Smooth noise in [-1, 1] with grains of about so many pixels. */
export const grain = (size: number, seed: number): ((x: number, y: number) => number) => {
  const next = seeded(seed);
  const knots = Float32Array.from({ length: LATTICE * LATTICE }, () => next() * 2 - 1);
  const knot = (column: number, row: number): number => knots[(row & (LATTICE - 1)) * LATTICE + (column & (LATTICE - 1))] ?? 0;
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const column = floor(x / size);
    const row = floor(y / size);
    const u = ease(x / size - column);
    const v = ease(y / size - row);
    const upper = knot(column, row) * (1 - u) + knot(column + 1, row) * u;
    const lower = knot(column, row + 1) * (1 - u) + knot(column + 1, row + 1) * u;
    return upper * (1 - v) + lower * v;
  };
};

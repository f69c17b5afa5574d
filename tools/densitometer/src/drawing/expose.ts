import { grain, seeded } from './noise.js';
import { absorption, type Bone } from './shapes.js';

// taken out of Math once: they run some hundred million times
const { ceil, exp, floor, max, min, sqrt } = Math;

/** An image of 8 bits, row by row. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** What a scan shows, in pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly bones: readonly Bone[];
  readonly tissue: (x: number, y: number) => number;
  readonly seed: number;
  /** Steps of the carriage: rows of so many pixels begin and end at different columns. */
  readonly margin?: { readonly step: number; readonly widest: number };
}

/** Outside the scanned lines the console leaves white. */
const UNSCANNED = 252;
/** No bone is as smooth as its formula: its outline strays by so many pixels. */
const STRAY = 6;
/** Edges are soft: the absorption of every second pixel in every second row is computed, between them it is interpolated. */
const STEP = 2;

const marginsOf = ({ margin, height, width, seed }: Scene): ((x: number, y: number) => boolean) => {
  if (margin === undefined) return () => false;
  const next = seeded(seed + 7);
  const rows = Array.from(
    { length: ceil(height / margin.step) },
    () => [next() * margin.widest, width - next() * margin.widest] as const,
  );
  return (x, y) => {
    const [left, right] = rows[floor(y / margin.step)] ?? [0, width];
    return x < left || x > right;
  };
};

/** Absorption by all bones, on a grid. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly sums: Float32Array;
}

const addBone = (bone: Bone, { columns, rows, sums }: Grid, stray: readonly [Float32Array, Float32Array]): void => {
  const reach = bone.softness * 5 + STRAY;
  const { left, top, right, bottom } = bone.shape.box;
  const [lastColumn, lastRow] = [min(columns, (right + reach) / STEP), min(rows, (bottom + reach) / STEP)];
  for (let row = max(0, floor((top - reach) / STEP)); row < lastRow; row += 1)
    for (let column = max(0, floor((left - reach) / STEP)); column < lastColumn; column += 1) {
      const at = row * columns + column;
      sums[at] = (sums[at] ?? 0) + absorption(bone, column * STEP + (stray[0][at] ?? 0), row * STEP + (stray[1][at] ?? 0));
    }
};

/** Where bones lie over each other, their absorption adds up. */
const absorbed = ({ width, height, bones, seed }: Scene): Grid => {
  const [columns, rows] = [ceil(width / STEP) + 1, ceil(height / STEP) + 1];
  const grid = { columns, rows, sums: new Float32Array(columns * rows) };
  const strayBy = (noise: (x: number, y: number) => number): Float32Array =>
    grid.sums.map((_, at) => STRAY * noise((at % columns) * STEP, floor(at / columns) * STEP));
  const stray = [strayBy(grain(38, seed + 4)), strayBy(grain(34, seed + 5))] as const;
  for (const bone of bones) addBone(bone, grid, stray);
  return grid;
};

const between = ({ columns, sums }: Grid, x: number, y: number): number => {
  const at = floor(y / STEP) * columns + floor(x / STEP);
  const u = (x % STEP) / STEP;
  const v = (y % STEP) / STEP;
  const upper = (sums[at] ?? 0) * (1 - u) + (sums[at + 1] ?? 0) * u;
  const lower = (sums[at + columns] ?? 0) * (1 - u) + (sums[at + columns + 1] ?? 0) * u;
  return upper * (1 - v) + lower * v;
};

/** Draws a scene as a pencil of X-rays would: absorptions add up, photons are few, and bone has its grain. */
export const expose = (scene: Scene): Drawing => {
  const { width, height, tissue, seed } = scene;
  const bones = absorbed(scene);
  const next = seeded(seed);
  const [fine, middle, coarse] = [grain(2.5, seed + 1), grain(6, seed + 2), grain(17, seed + 3)];
  const isUnscanned = marginsOf(scene);
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const x = at % width;
    const y = floor(at / width);
    const bone = max(0, between(bones, x, y));
    const structure = bone * (1 + 0.1 * fine(x, y) + 0.13 * middle(x, y) + 0.2 * coarse(x, y));
    const shot = (next() + next() + next() - 1.5) * (0.035 + 0.045 * sqrt(bone));
    pixels[at] = isUnscanned(x, y) ? UNSCANNED : min(255, 255 * (1 - exp(-1.55 * max(0, structure + tissue(x, y) + shot))));
  }
  return { width, height, pixels };
};

/** The same scan of the other side of the body. */
export const mirrored = ({ width, height, pixels }: Drawing): Drawing => ({
  width,
  height,
  pixels: pixels.map((_, at) => pixels[at - (at % width) + (width - 1 - (at % width))] ?? 0),
});

import { grain, seeded } from './noise.js';
import { absorption, type Bone } from './shapes.js';

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

const marginsOf = ({ margin, height, width, seed }: Scene): ((x: number, y: number) => boolean) => {
  if (margin === undefined) return () => false;
  const next = seeded(seed + 7);
  const rows = Array.from(
    { length: Math.ceil(height / margin.step) },
    () => [next() * margin.widest, width - next() * margin.widest] as const,
  );
  return (x, y) => {
    const [left, right] = rows[Math.floor(y / margin.step)] ?? [0, width];
    return x < left || x > right;
  };
};

/** A noise for every pixel, once. */
const perPixel = ({ width, height }: Scene, noise: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: width * height }, (_, at) => noise(at % width, Math.floor(at / width)));

/** Absorption by all bones, pixel by pixel: where bones lie over each other it adds up. */
const absorbed = (scene: Scene): Float32Array => {
  const { width, height, bones, seed } = scene;
  const [across, down] = [perPixel(scene, grain(38, seed + 4)), perPixel(scene, grain(34, seed + 5))];
  const sum = new Float32Array(width * height);
  for (const bone of bones) {
    const reach = bone.softness * 5 + STRAY;
    const { left, top, right, bottom } = bone.shape.box;
    for (let y = Math.max(0, Math.floor(top - reach)); y < Math.min(height, bottom + reach); y += 1)
      for (let x = Math.max(0, Math.floor(left - reach)); x < Math.min(width, right + reach); x += 1) {
        const at = y * width + x;
        sum[at] = (sum[at] ?? 0) + absorption(bone, x + STRAY * (across[at] ?? 0), y + STRAY * (down[at] ?? 0));
      }
  }
  return sum;
};

/** Draws a scene as a pencil of X-rays would: absorptions add up, photons are few, and bone has its grain. */
export const expose = (scene: Scene): Drawing => {
  const { width, height, tissue, seed } = scene;
  const bone = absorbed(scene);
  const next = seeded(seed);
  const [fine, middle, coarse] = [grain(2.5, seed + 1), grain(6, seed + 2), grain(17, seed + 3)];
  const isUnscanned = marginsOf(scene);
  const pixels = bone.map((absorption, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (isUnscanned(x, y)) return UNSCANNED;
    const structure = absorption * (1 + 0.1 * fine(x, y) + 0.13 * middle(x, y) + 0.2 * coarse(x, y));
    const shot = (next() + next() + next() - 1.5) * (0.035 + 0.045 * Math.sqrt(absorption));
    return Math.min(255, 255 * (1 - Math.exp(-1.55 * Math.max(0, structure + tissue(x, y) + shot))));
  });
  return { width, height, pixels: Uint8Array.from(pixels) };
};

/** The same scan of the other side of the body. */
export const mirrored = ({ width, height, pixels }: Drawing): Drawing => ({
  width,
  height,
  pixels: pixels.map((_, at) => pixels[at - (at % width) + (width - 1 - (at % width))] ?? 0),
});

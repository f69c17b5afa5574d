import { drawFemur } from './draw-femur.js';
import { drawSpine } from './draw-spine.js';
import { expose, mirrored, type Drawing } from './expose.js';
import { ellipse, limb, type Bone } from './shapes.js';

/** 256 x 256 pixels of one byte: 64 KB. */
export const SIZE = 256;

const reduced = ({ width, height, pixels }: Drawing): Drawing => ({
  width: SIZE,
  height: SIZE,
  pixels: Uint8Array.from(
    { length: SIZE * SIZE },
    (_, at) =>
      pixels[Math.floor((Math.floor(at / SIZE) * height) / SIZE) * width + Math.floor(((at % SIZE) * width) / SIZE)] ?? 0,
  ),
});

const long = { inside: 0.3, cortex: 0.5, cortexWidth: 9, softness: 4 };

const drawScene = (seed: number, bones: readonly Bone[]): Drawing =>
  expose({ width: 400, height: 400, seed, bones, tissue: () => 0.05 });

const drawForearm = (seed: number): Drawing =>
  drawScene(seed, [
    { shape: limb({ x: 150, y: -40, r: 22 }, { x: 140, y: 300, r: 42 }), ...long },
    { shape: limb({ x: 260, y: -40, r: 26 }, { x: 250, y: 300, r: 20 }), ...long },
    ...[100, 155, 210, 265].map((x) => ({ shape: ellipse({ x, y: 370 }, { x: 30, y: 26 }), inside: 0.35, softness: 5 })),
  ]);

const drawBody = (seed: number): Drawing =>
  drawScene(seed, [
    { shape: ellipse({ x: 200, y: 38 }, { x: 24, y: 30 }), inside: 0.7, cortex: 0.3, cortexWidth: 5, softness: 3 },
    { shape: limb({ x: 200, y: 70, r: 7 }, { x: 200, y: 205, r: 10 }), inside: 0.6, softness: 3 },
    { shape: ellipse({ x: 200, y: 130 }, { x: 46, y: 60 }), inside: 0.12, cortex: 0.1, cortexWidth: 6, softness: 5 },
    { shape: ellipse({ x: 200, y: 215 }, { x: 42, y: 22 }), inside: 0.4, softness: 5 },
    ...[-1, 1].flatMap((side) => [
      { shape: limb({ x: 200 + side * 52, y: 85, r: 7 }, { x: 200 + side * 78, y: 225, r: 5 }), inside: 0.4, softness: 3 },
      { shape: limb({ x: 200 + side * 26, y: 225, r: 11 }, { x: 200 + side * 34, y: 385, r: 7 }), inside: 0.5, softness: 3 },
    ]),
  ]);

export type Shown = 'spine' | 'left' | 'right' | 'forearm' | 'body';

const drawers: Readonly<Record<Shown, (seed: number) => Drawing>> = {
  spine: drawSpine,
  left: (seed: number) => drawFemur('left', seed),
  right: (seed: number) => mirrored(pictureOf('left', seed)),
  forearm: drawForearm,
  body: drawBody,
};

const VARIANTS = 2;
const drawn = new Map<string, Drawing>();

/** A small picture of these bones. There are a few of each: they are drawn once, and good for as many studies as one likes. */
export const pictureOf = (shown: Shown, seed: number): Drawing => {
  const name = `${shown} ${seed % VARIANTS}`;
  const picture = drawn.get(name) ?? reduced(drawers[shown](seed % VARIANTS));
  drawn.set(name, picture);
  return picture;
};

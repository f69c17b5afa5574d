import { expose, mirrored, type Drawing } from './expose.js';
import { grain } from './noise.js';
import { ellipse, joined, limb, line, without, type Bone } from './shapes.js';

const { abs, max } = Math;

const WIDTH = 560;
const HEIGHT = 540;

const head = ellipse({ x: 262, y: 158 }, { x: 78, y: 80 });
const neck = limb({ x: 285, y: 180, r: 56 }, { x: 392, y: 262, r: 62 });
const greaterTrochanter = ellipse({ x: 430, y: 232 }, { x: 50, y: 82 }, 0.1);
const lesserTrochanter = ellipse({ x: 322, y: 372 }, { x: 30, y: 44 }, 0.35);
const shaft = limb({ x: 396, y: 300, r: 76 }, { x: 384, y: 600, r: 50 });

const femur: readonly Bone[] = [
  {
    shape: joined(40, head, neck, greaterTrochanter, joined(34, shaft, lesserTrochanter)),
    inside: 0.3,
    cortex: 0.07,
    cortexWidth: 7,
    softness: 4.5,
  },
  { shape: head, inside: 0.12, softness: 12 },
  // the walls of the shaft are thick, and thin out towards the trochanters
  {
    shape: line(
      [
        { x: 306, y: 268 },
        { x: 320, y: 320 },
        { x: 331, y: 400 },
        { x: 337, y: 460 },
        { x: 340, y: 560 },
      ],
      7,
    ),
    inside: 0.62,
    softness: 6,
  },
  {
    shape: line(
      [
        { x: 470, y: 330 },
        { x: 454, y: 400 },
        { x: 438, y: 460 },
        { x: 430, y: 560 },
      ],
      6,
    ),
    inside: 0.5,
    softness: 7,
  },
  // compressive trabeculae run from the inner wall into the head; the crest between the trochanters shows as a line
  {
    shape: line(
      [
        { x: 318, y: 310 },
        { x: 298, y: 230 },
        { x: 258, y: 120 },
      ],
      22,
    ),
    inside: 0.17,
    softness: 14,
  },
  {
    shape: line(
      [
        { x: 340, y: 360 },
        { x: 372, y: 306 },
        { x: 402, y: 236 },
        { x: 408, y: 176 },
      ],
      2,
    ),
    inside: 0.24,
    softness: 5,
  },
  { shape: ellipse({ x: 392, y: 286 }, { x: 36, y: 44 }, 0.4), inside: -0.08, softness: 14 },
];

const ilium = joined(
  40,
  limb({ x: 150, y: -60, r: 84 }, { x: 222, y: 52, r: 66 }),
  limb({ x: 110, y: -60, r: 60 }, { x: 160, y: 130, r: 34 }),
);
const socket = without(ellipse({ x: 252, y: 148 }, { x: 108, y: 106 }), ellipse({ x: 282, y: 182 }, { x: 98, y: 104 }));
const pubis = limb({ x: 176, y: 196, r: 34 }, { x: -30, y: 262, r: 30 });
const ischium = joined(
  46,
  limb({ x: 190, y: 200, r: 38 }, { x: 178, y: 345, r: 56 }),
  limb({ x: 160, y: 366, r: 30 }, { x: -30, y: 326, r: 26 }),
);
const foramen = ellipse({ x: 92, y: 290 }, { x: 50, y: 38 }, -0.3);

const pelvis: readonly Bone[] = [
  { shape: ilium, inside: 0.28, cortex: 0.09, cortexWidth: 10, softness: 5 },
  { shape: socket, inside: 0.34, softness: 6 },
  {
    shape: line(
      [
        { x: 190, y: 92 },
        { x: 232, y: 66 },
        { x: 282, y: 60 },
        { x: 322, y: 76 },
      ],
      4,
    ),
    inside: 0.42,
    softness: 5,
  },
  {
    shape: line(
      [
        { x: 184, y: 0 },
        { x: 166, y: 110 },
        { x: 168, y: 200 },
        { x: 184, y: 240 },
      ],
      4,
    ),
    inside: 0.5,
    softness: 5,
  },
  { shape: ellipse({ x: 226, y: 238 }, { x: 14, y: 12 }), inside: 0.3, softness: 6 },
  { shape: without(joined(44, pubis, ischium), foramen), inside: 0.24, cortex: 0.05, cortexWidth: 10, softness: 5 },
];

/** A left hip from the front, as an iDXA shows it: drawn, of nobody. */
const drawLeftFemur = (seed: number): Drawing => {
  const muscle = grain(64, seed + 8);
  return expose({
    width: WIDTH,
    height: HEIGHT,
    seed,
    bones: [...femur, ...pelvis],
    tissue: (x, y) => 0.03 + 0.035 * max(0, muscle(x, y)) + 0.03 * max(0, 1 - abs(x - 250) / 300),
  });
};

/** A hip of this side; the same seed gives the same image. */
export const drawFemur = (side: 'left' | 'right', seed: number): Drawing =>
  side === 'left' ? drawLeftFemur(seed) : mirrored(drawLeftFemur(seed));

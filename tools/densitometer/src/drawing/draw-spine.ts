import { expose, type Drawing } from './expose.js';
import { grain, seeded } from './noise.js';
import { block, ellipse, joined, limb, line, type Bone, type Point } from './shapes.js';

const { abs, max, min, sin } = Math;

const WIDTH = 600;
const HEIGHT = 720;
const sides = [-1, 1] as const;

/** One level: the middle of its body, half its width and its height, in pixels. */
interface Level extends Point {
  readonly half: number;
  readonly tall: number;
}

/** T12 to the sacrum: every level a little wider and lower than the one above, with a slight curve to one side. */
const levels = (seed: number): Level[] => {
  const next = seeded(seed);
  return [-50, 76, 206, 338, 474, 606, 738].map((y, at) => ({
    x: WIDTH / 2 + 10 * sin(at * 0.9) + 8 * (next() - 0.5),
    y: y + 10 * (next() - 0.5),
    half: 70 + at * 6 + 4 * next(),
    tall: 96 + at * 3,
  }));
};

const endplates = ({ x, y, half, tall }: Level): Bone[] =>
  sides.map((end) => {
    const points = [-0.96, -0.5, 0, 0.5, 0.96].map((across) => ({
      x: x + across * half,
      y: y + end * (tall / 2 - 9 * (1 - across * across) - 3),
    }));
    return { shape: line(points, 1.2), inside: 0.3, softness: 2.6 };
  });

/** What lies behind the body: pedicles seen end on, joints, laminae, and the spinous process as an arch. */
const posterior = ({ x, y, half, tall }: Level): Bone[] => {
  const from = (side: number, across: number, down: number): Point => ({ x: x + side * half * across, y: y + tall * down });
  const joints = sides.flatMap((side) => [
    limb({ ...from(side, 0.6, 0.12), r: 10 }, { ...from(side, 0.7, 0.52), r: 17 }),
    ellipse(from(side, 0.72, 0.62), { x: 21, y: 27 }, side * 0.3),
  ]);
  const laminae = sides.map((side) => limb({ ...from(side, 0.5, 0.1), r: 14 }, { ...from(side, 0.1, 0.38), r: 18 }));
  const arch = sides.map((side) => line([from(side, 0.01, 0), from(side, 0.07, 0.22), from(side, 0.13, 0.6)], 3));
  return [
    ...sides.map((side) => ({
      shape: ellipse(from(side, 0.6, -0.14), { x: half * 0.17, y: tall * 0.24 }),
      inside: 0.1,
      cortex: 0.34,
      cortexWidth: 6,
      softness: 4,
    })),
    { shape: joined(12, ...joints), inside: 0.2, cortex: 0.1, cortexWidth: 7, softness: 5 },
    { shape: joined(14, ...laminae), inside: 0.2, softness: 9 },
    ...sides.map((side) => ({
      shape: limb({ ...from(side, 0.8, -0.1), r: 15 }, { ...from(side, 1.7, -0.2), r: 12 }),
      inside: 0.07,
      cortex: 0.02,
      cortexWidth: 6,
      softness: 6,
    })),
    { shape: joined(6, ...arch), inside: 1.1, softness: 3.4 },
    { shape: limb({ ...from(0, 0, 0.1), r: 6 }, { ...from(0, 0, 0.58), r: 15 }), inside: 0.16, softness: 5 },
  ];
};

const level = (at: Level): Bone[] => [
  { shape: block(at, { x: at.half, y: at.tall / 2 }, 0.15, 12), inside: 0.34, cortex: 0.1, cortexWidth: 7, softness: 4.5 },
  ...endplates(at),
  ...posterior(at),
];

const surroundings: readonly Bone[] = [
  { shape: limb({ x: WIDTH / 2, y: -60, r: 62 }, { x: WIDTH / 2, y: HEIGHT + 60, r: 84 }), inside: 0.09, softness: 16 },
  ...sides.map((side) => ({
    shape: limb({ x: WIDTH / 2 + side * 92, y: -20, r: 19 }, { x: WIDTH / 2 + side * 300, y: 175, r: 22 }),
    inside: 0.14,
    cortex: 0.05,
    cortexWidth: 8,
    softness: 6,
  })),
  ...sides.map((side) => ({
    shape: ellipse({ x: WIDTH / 2 + side * 310, y: HEIGHT + 50 }, { x: 160, y: 150 }, side * 0.5),
    inside: 0.3,
    cortex: 0.1,
    cortexWidth: 12,
    softness: 7,
  })),
];

/** A lumbar spine from the front, T12 to L5, as an iDXA shows it: drawn, of nobody. The same seed gives the same image. */
export const drawSpine = (seed: number): Drawing => {
  const gut = grain(52, seed + 8);
  return expose({
    width: WIDTH,
    height: HEIGHT,
    seed,
    bones: [...surroundings, ...levels(seed).flatMap(level)],
    tissue: (x, y) => 0.03 + 0.045 * max(0, gut(x, y)) * min(1, abs(x - WIDTH / 2) / 160),
    margin: { step: 96, widest: 34 },
  });
};

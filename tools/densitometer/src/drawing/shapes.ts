// taken out of Math once: they run some hundred million times
const { abs, cos, exp, max, min, sin, sqrt } = Math;

const FAR = 1e9;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The rectangle that a shape lies in. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A shape by its signed distance in pixels: negative inside. */
export interface Shape {
  readonly box: Box;
  distance(x: number, y: number): number;
}

/** hypot guards against overflow, at ten times the price. */
const lengthOf = (x: number, y: number): number => sqrt(x * x + y * y);

const boxOf = (points: readonly (Point & { readonly r: number })[]): Box => ({
  left: min(...points.map(({ x, r }) => x - r)),
  top: min(...points.map(({ y, r }) => y - r)),
  right: max(...points.map(({ x, r }) => x + r)),
  bottom: max(...points.map(({ y, r }) => y + r)),
});

const around = (boxes: readonly Box[], more: number): Box => ({
  left: min(...boxes.map(({ left }) => left)) - more,
  top: min(...boxes.map(({ top }) => top)) - more,
  right: max(...boxes.map(({ right }) => right)) + more,
  bottom: max(...boxes.map(({ bottom }) => bottom)) + more,
});

/** An ellipse, turned clockwise by an angle in radians; the distance is an approximation that is right at its edge. */
export const ellipse = (centre: Point, radii: Point, turn = 0): Shape => {
  const [cosine, sine] = [cos(turn), sin(turn)];
  return {
    box: boxOf([{ ...centre, r: max(radii.x, radii.y) }]),
    distance: (x, y) => {
      const dx = x - centre.x;
      const dy = y - centre.y;
      const u = (dx * cosine + dy * sine) / radii.x;
      const v = (dy * cosine - dx * sine) / radii.y;
      const length = lengthOf(u, v);
      return length === 0 ? -min(radii.x, radii.y) : (length * (length - 1)) / lengthOf(u / radii.x, v / radii.y);
    },
  };
};

/** A bone between two points, with a radius at each. */
export const limb = (from: Point & { readonly r: number }, to: Point & { readonly r: number }): Shape => {
  const [ax, ay] = [to.x - from.x, to.y - from.y];
  const length = ax * ax + ay * ay;
  return {
    box: boxOf([from, to]),
    distance: (x, y) => {
      const along = max(0, min(1, ((x - from.x) * ax + (y - from.y) * ay) / length));
      return lengthOf(x - from.x - ax * along, y - from.y - ay * along) - (from.r + (to.r - from.r) * along);
    },
  };
};

/** A block with round corners whose sides are drawn in at the waist by a share of its half width. */
export const block = (centre: Point, half: Point, waist: number, round: number): Shape => ({
  box: boxOf([{ ...centre, r: max(half.x, half.y) * 1.1 }]),
  distance: (x, y) => {
    const height = (y - centre.y) / half.y;
    const wide = half.x * (1 - waist + waist * min(1.2, height * height));
    const dx = abs(x - centre.x) - wide + round;
    const dy = abs(y - centre.y) - half.y + round;
    return lengthOf(max(0, dx), max(0, dy)) + min(0, max(dx, dy)) - round;
  },
});

/** Shapes grown together over so many pixels. */
export const joined = (blend: number, ...shapes: readonly Shape[]): Shape => ({
  box: around(
    shapes.map(({ box }) => box),
    blend / 4,
  ),
  distance: (x, y) => {
    let least = FAR;
    for (const shape of shapes) {
      const other = shape.distance(x, y);
      const mix = least === FAR ? 0 : max(0, min(1, 0.5 + (0.5 * (other - least)) / blend));
      least = least === FAR ? other : other * (1 - mix) + least * mix - blend * mix * (1 - mix);
    }
    return least;
  },
});

/** A line through points, of so many pixels to each side. */
export const line = (points: readonly Point[], width: number): Shape =>
  joined(1, ...points.slice(1).map((to, at) => limb({ ...(points[at] ?? to), r: width }, { ...to, r: width })));

/** A shape with another cut out of it. */
export const without = (shape: Shape, hole: Shape): Shape => ({
  box: shape.box,
  distance: (x, y) => max(shape.distance(x, y), -hole.distance(x, y)),
});

/** How a bone shows: how much its inside and its cortex weaken the beam, and how wide cortex and edge are, in pixels. */
export interface Bone {
  readonly shape: Shape;
  readonly inside: number;
  readonly cortex?: number;
  readonly cortexWidth?: number;
  readonly softness: number;
}

/** What a bone adds at a point: an edge that is never sharp, and a cortex just inside it. */
export const absorption = ({ shape, inside, cortex = 0, cortexWidth = 1, softness }: Bone, x: number, y: number): number => {
  const distance = shape.distance(x, y);
  if (distance > softness * 5) return 0;
  const covered = 1 / (1 + exp(distance / softness));
  return covered * inside + cortex * exp(-(((distance + cortexWidth) / cortexWidth) ** 2));
};

import { placeOnScale } from './numbers.js';
import type { Assessment } from './studies.api.js';

const width = 110;
const at = (score: number): number => Math.round(placeOnScale(score) * width);
const bounds = { T: [-2.5, -1], Z: [-2], none: [] } as const;

/** Where a score lies; ticks at −2.5 and −1 for T, at −2 for Z. The number beside it says the same. */
export const ScoreScale = ({ score, kind }: { score: number; kind: Assessment['score']['kind'] }) => (
  <svg width={width} height={14} viewBox={`0 0 ${width} 14`} aria-hidden>
    <line x1={0} x2={width} y1={7} y2={7} stroke="var(--line)" strokeWidth={2} />
    {bounds[kind].map((bound) => (
      <line key={bound} x1={at(bound)} x2={at(bound)} y1={2} y2={12} stroke="var(--line-strong)" strokeWidth={1} />
    ))}
    <circle cx={Math.min(width - 4, Math.max(4, at(score)))} cy={7} r={4} fill="var(--accent)" />
  </svg>
);

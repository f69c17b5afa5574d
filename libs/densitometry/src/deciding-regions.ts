import type { Intake } from './patient-shape.js';
import type { JudgedRegion } from './judge-sites.js';
import type { Policy } from './policy/policy.js';

const usable = (regions: readonly JudgedRegion[], site: string): boolean =>
  regions.some(({ result }) => result.site === site && result.usable);

const childSites: readonly string[] = ['lumbar-spine', 'whole-body', 'whole-body-less-head'];

export const hasHyperparathyroidism = (intake: Intake | undefined): boolean =>
  intake?.secondaryCauses?.includes('hyperparathyroidism') ?? false;

/** Why the 33 % radius decides too whatever a policy says: empty where it need not. */
const radiusReasons = (regions: readonly JudgedRegion[], intake: Intake | undefined): string[] => [
  ...(usable(regions, 'lumbar-spine') ? [] : ['SPINE_NOT_USABLE']),
  ...(usable(regions, 'hip') ? [] : ['HIP_NOT_USABLE']),
  ...(hasHyperparathyroidism(intake) ? ['HYPERPARATHYROIDISM'] : []),
];

/**
 * Of all regions those that may decide: spine, femoral neck and total hip of either side; the 33 % radius where spine or hip is absent
 * or unusable, hyperparathyroidism is recorded, or the policy says always; in a child PA spine and whole body less head, never the hip.
 */
export const decidingRegions = (
  regions: readonly JudgedRegion[],
  { child, intake, radius33 }: { child: boolean; intake: Intake | undefined; radius33: Policy['values']['radius33'] },
): JudgedRegion[] => {
  if (child) return regions.filter(({ result }) => childSites.includes(result.site));
  const radius = radius33 === 'always' || radiusReasons(regions, intake).length > 0;
  return regions.filter(({ result }) => result.site !== 'forearm' || radius);
};

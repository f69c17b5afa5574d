/** One phantom measurement; BMD in g/cm2. */
export interface PhantomDay {
  readonly date: string;
  readonly bmd: number;
}

/** Parameters, stated in every answer: Shewhart limits of 1.5 %, CUSUM in SD (k 0.5, h 5), baseline of the first 25 days. */
export const phantomRules = { baselineDays: 25, shewhartPercent: 1.5, tenMeanPercent: 1, k: 0.5, h: 5 } as const;

export interface PhantomSignal {
  readonly rule: 'SHEWHART_LIMIT' | 'TEN_DAY_MEAN' | 'CUSUM_HIGH' | 'CUSUM_LOW';
  readonly date: string;
  /** For CUSUM: the day after which the drift began. */
  readonly since?: string;
}

export interface PhantomControl {
  readonly parameters: typeof phantomRules;
  readonly baseline: { readonly mean: number; readonly sd: number };
  readonly signals: readonly PhantomSignal[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

const baselineOf = (days: readonly PhantomDay[]) => {
  const values = days.slice(0, phantomRules.baselineDays).map(({ bmd }) => bmd);
  const middle = mean(values);
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
  return { mean: middle, sd };
};

type Baseline = ReturnType<typeof baselineOf>;

const beyond = (value: number, { mean: middle }: Baseline, percent: number): boolean =>
  Math.abs(value - middle) > (middle * percent) / 100;

const shewhart = (days: readonly PhantomDay[], baseline: Baseline): PhantomSignal[] =>
  days.flatMap(({ date, bmd }, index) => {
    const ten = days.slice(Math.max(0, index - 9), index + 1).map((day) => day.bmd);
    return [
      ...(beyond(bmd, baseline, phantomRules.shewhartPercent) ? [{ rule: 'SHEWHART_LIMIT' as const, date }] : []),
      ...(ten.length === 10 && beyond(mean(ten), baseline, phantomRules.tenMeanPercent)
        ? [{ rule: 'TEN_DAY_MEAN' as const, date }]
        : []),
    ];
  });

/** Tabular CUSUM of one direction; it begins anew after each signal. The drift began after the last day at zero. */
const cusum = (days: readonly PhantomDay[], { mean: middle, sd }: Baseline, sign: 1 | -1): PhantomSignal[] => {
  const signals: PhantomSignal[] = [];
  let sum = 0;
  let since = days[0]?.date ?? '';
  for (const { date, bmd } of days) {
    sum = Math.max(0, sum + (sign * (bmd - middle)) / sd - phantomRules.k);
    if (sum === 0) since = date;
    if (sum <= phantomRules.h) continue;
    signals.push({ rule: sign === 1 ? 'CUSUM_HIGH' : 'CUSUM_LOW', date, since });
    [sum, since] = [0, date];
  }
  return signals;
};

/** Phantom measurements in order of date; nothing where there is no baseline of 25 days, or it does not vary at all. */
export const phantomControl = (measured: readonly PhantomDay[]): PhantomControl | undefined => {
  const days = [...measured].sort((a, b) => a.date.localeCompare(b.date));
  if (days.length < phantomRules.baselineDays) return undefined;
  const baseline = baselineOf(days);
  if (!(baseline.sd > 0)) return undefined;
  const later = days.slice(phantomRules.baselineDays);
  const signals = [...shewhart(later, baseline), ...cusum(later, baseline, 1), ...cusum(later, baseline, -1)];
  return {
    parameters: phantomRules,
    baseline: { mean: rounded(baseline.mean), sd: rounded(baseline.sd) },
    signals: signals.sort((a, b) => a.date.localeCompare(b.date) || a.rule.localeCompare(b.rule)),
  };
};

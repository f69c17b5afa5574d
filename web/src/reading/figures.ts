const decimals = (digits: number) =>
  new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
    useGrouping: false,
  });

const [oneDecimal, twoDecimals, threeDecimals] = [decimals(1), decimals(2), decimals(3)];

const withTrueMinus = (written: string): string => written.replace('-', '−');

/** A T- or Z-score as it is printed: one decimal, half away from zero, a true minus sign; nothing where it is absent. */
export const scoreFigure = (score: number | undefined): string =>
  score === undefined ? '' : withTrueMinus(oneDecimal.format(score));

/** BMD in g/cm², three decimals. */
export const bmdFigure = (bmd: number | undefined): string => (bmd === undefined ? '' : threeDecimals.format(bmd));

/** BMC in g or area in cm², two decimals. */
export const sizeFigure = (size: number | undefined): string => (size === undefined ? '' : twoDecimals.format(size));

/** Body height in centimetres from metres: `162 cm`. */
export const heightFigure = (heightM: number | undefined): string | undefined =>
  heightM === undefined ? undefined : `${Math.round(heightM * 100)} cm`;

/** Body weight: `64 kg`. */
export const weightFigure = (weightKg: number | undefined): string | undefined =>
  weightKg === undefined ? undefined : `${Math.round(weightKg * 10) / 10} kg`;

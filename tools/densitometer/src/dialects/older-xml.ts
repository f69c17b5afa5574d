import { isSame, type Printed, type Row, type Scan } from '../measure/scan.js';
import { consoleDate, consoleNumber, type Performed } from '../performed.js';
import { geRegionName, geScanName, type Remembered } from './ge-scans.js';

/** Regions of which an older console keeps a trend: they are all that it writes. */
export const olderRegions: ReadonlySet<string> = new Set(['L1-L4', 'L2-L4', 'femoral-neck', 'total-hip', 'radius-33', 'total']);

const element = (name: string, value: string | undefined): string => (value === undefined ? '' : `<${name}>${value}</${name}>`);

const change = (now: Printed, before: Printed | undefined, { device }: Performed): string => {
  if (before === undefined) return '';
  const value = (Number(now.bmd) - Number(before.bmd)).toFixed(3);
  return `<BMD_CHANGE><TYPE>ROC_VS_PREVIOUS</TYPE><VALUE>${consoleNumber(value, device)}</VALUE></BMD_CHANGE>`;
};

const rowsOf = (row: Row, scan: Scan, exams: readonly Remembered[]): { day: string; printed: Printed }[] =>
  exams.toReversed().flatMap(({ day, scans }) => {
    const found = scans.find((one) => isSame(one, scan))?.rows.find(({ region }) => region === row.region);
    return found === undefined ? [] : [{ day, printed: found.printed }];
  });

const trendXml = (row: Row, name: string, points: ReturnType<typeof rowsOf>, performed: Performed): string => {
  const { device } = performed;
  const shown = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : consoleNumber(value, device);
  const examsXml = points.map(({ day, printed }, at) => {
    const values = element('BMD', shown(printed.bmd)) + element('YAT', shown(printed.t)) + element('AMZ', shown(printed.z));
    return `<EXAM>${element('EXAM_DATE', consoleDate(day, device.dateOrder))}${values}${change(printed, points[at - 1]?.printed, performed)}</EXAM>`;
  });
  const first = points[0] === undefined ? undefined : consoleDate(points[0].day, device.dateOrder);
  return `<TREND>${element('TREND_ROI', name)}${element('BASELINE_EXAM_DATE', first)}${examsXml.join('')}</TREND>`;
};

/** Scans as consoles before enCORE's newer XML write them: trends only, and the last exam of each is the present one. */
export const olderXml = (chosen: readonly Scan[], exams: readonly Remembered[], performed: Performed): string => {
  const all = exams[0]?.scans ?? chosen;
  const scanXml = (name: string): string => {
    const own = chosen.filter((scan) => geScanName(scan, all) === name);
    const trends = own.flatMap((scan) =>
      scan.rows
        .filter(({ region }) => olderRegions.has(region))
        .map((row) => trendXml(row, geRegionName(row, scan, name), rowsOf(row, scan, exams), performed)),
    );
    return `<SCAN type="${name}">${trends.join('')}</SCAN>`;
  };
  const names = [...new Set(chosen.map((scan) => geScanName(scan, all)))];
  return `<DENSITOMETRY_RESULTS><CURRENT_EXAM>${names.map(scanXml).join('')}</CURRENT_EXAM></DENSITOMETRY_RESULTS>`;
};

import type { AnalysedScan, Line } from './analysis.js';
import { consoleDate, dayOf, type Performed } from './performed.js';

const units: Readonly<Record<string, string>> = { BMD: ' g/cm2', BMC: ' g', AREA: ' cm2', BMD_PYA: '%', BMD_PAM: '%' };
const ids: Readonly<Record<string, string>> = {
  AREA: '2',
  BMD: '3',
  BMC: '5',
  BMD_TSCORE: '6',
  BMD_PYA: '7',
  BMD_ZSCORE: '8',
  BMD_PAM: '9',
};

const valueXml = ([name, value]: readonly [string, string]): string =>
  `<${name}${units[name] === undefined ? '' : ` units="${units[name]}"`} id="${ids[name]}">${value}</${name}>`;

const roiXml = ({ region, values }: Line, at: number): string =>
  `<ROI region="${region}" id="${at}">${Object.entries(values).map(valueXml).join('')}</ROI>`;

const trendXml = ({ region, exams }: AnalysedScan['trends'][number], order: Performed['device']['dateOrder']): string =>
  `<TREND region="${region}">${exams.map(({ date, bmd }) => `<EXAM date="${consoleDate(date, order)}"><BMD units=" g/cm2">${bmd}</BMD></EXAM>`).join('')}</TREND>`;

/** One scan as enCORE writes it into Image Comments (0020,4000). */
export const resultsXml = (scan: AnalysedScan, performed: Performed): string => {
  const { at, device } = performed;
  const time = at.TM.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1:$2:$3');
  const date = `<EXAM_DATE time="${time}" id="82">${consoleDate(dayOf(performed), device.dateOrder)}</EXAM_DATE>`;
  const trends = scan.trends.map((trend) => trendXml(trend, device.dateOrder)).join('');
  return `<DXA_RESULTS>${date}<SCAN type="${scan.name}" id="19">${scan.lines.map(roiXml).join('')}${trends}</SCAN></DXA_RESULTS>`;
};

import { changePercent, type AnalysedScan, type Line } from './analysis.js';
import type { Device } from './device.js';
import { printed } from './measure/printed.js';
import { consoleDate, consoleNumber, dayOf, type Performed } from './performed.js';

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

const densityUnit = ({ bmdUnit }: Device): string => ` ${bmdUnit ?? 'g/cm2'}`;

const shownDensity = (value: string, device: Device): string =>
  device.bmdUnit === 'mg/cm2' ? printed(1000 * Number(value), 0) : consoleNumber(value, device);

const roiXml = ({ region, values }: Line, at: number, device: Device): string => {
  const valueXml = ([name, value]: readonly [string, string]): string => {
    const unit = name === 'BMD' ? densityUnit(device) : units[name];
    const shown = name === 'BMD' ? shownDensity(value, device) : consoleNumber(value, device);
    return `<${name}${unit === undefined ? '' : ` units="${unit}"`} id="${ids[name]}">${shown}</${name}>`;
  };
  return `<ROI region="${region}" id="${at}">${Object.entries(values).map(valueXml).join('')}</ROI>`;
};

const trendXml = ({ region, exams }: AnalysedScan['trends'][number], device: Device): string => {
  const examXml = ({ date, bmd }: { readonly date: string; readonly bmd: string }, at: number): string => {
    const before = exams[at + 1];
    const change = before === undefined ? '' : `<CHANGE type="PCHANGE_VS_PREVIOUS"><BMD units="%">${consoleNumber(changePercent(bmd, before.bmd), device)}</BMD></CHANGE>`;
    return `<EXAM date="${consoleDate(date, device.dateOrder)}"><BMD units="${densityUnit(device)}">${shownDensity(bmd, device)}</BMD>${change}</EXAM>`;
  };
  return `<TREND region="${region}">${exams.map(examXml).join('')}</TREND>`;
};

/** Scans as enCORE writes them into Image Comments (0020,4000). */
export const resultsXml = (scans: readonly AnalysedScan[], performed: Performed): string => {
  const { at, device } = performed;
  const time = at.TM.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1:$2:$3');
  const date = `<EXAM_DATE time="${time}" id="82">${consoleDate(dayOf(performed), device.dateOrder)}</EXAM_DATE>`;
  const scanXml = ({ name, lines, trends }: AnalysedScan): string =>
    `<SCAN type="${name}" id="19">${lines.map((line, at) => roiXml(line, at, device)).join('')}${trends.map((trend) => trendXml(trend, device)).join('')}</SCAN>`;
  return `<DXA_RESULTS>${date}${scans.map(scanXml).join('')}</DXA_RESULTS>`;
};

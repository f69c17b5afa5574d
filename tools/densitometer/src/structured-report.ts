import { SOPClass, type Keywords } from '@osteon/dicom';
import { changePercent, type AnalysedScan, type Line } from './analysis.js';
import type { Device } from './device.js';
import { printed } from './measure/printed.js';
import { headerOf } from './headers.js';
import { consoleDate, consoleNumber, type Performed } from './performed.js';

/** UCUM, as enCORE writes it since 11.1. */
const units: Readonly<Record<string, string>> = { BMD: 'g/cm2', BMC: 'g', AREA: 'cm2', BMD_PYA: '%', BMD_PAM: '%' };

const code = (CodeMeaning: string, CodingSchemeDesignator = '99LUNAR'): Keywords => ({
  CodeValue: CodeMeaning.toUpperCase().slice(0, 16),
  CodingSchemeDesignator,
  CodeMeaning,
});

const container = (name: string, items: readonly Keywords[]): Keywords => ({
  RelationshipType: 'CONTAINS',
  ValueType: 'CONTAINER',
  ConceptNameCodeSequence: [code(name)],
  ContinuityOfContent: 'SEPARATE',
  ContentSequence: items,
});

const number = (name: string, value: string, unit: string): Keywords => ({
  RelationshipType: 'CONTAINS',
  ValueType: 'NUM',
  ConceptNameCodeSequence: [code(name)],
  MeasuredValueSequence: [
    {
      NumericValue: value,
      MeasurementUnitsCodeSequence: [{ CodeValue: unit, CodingSchemeDesignator: 'UCUM', CodeMeaning: unit }],
    },
  ],
});

const text = (name: string, value: string): Keywords => ({
  RelationshipType: 'CONTAINS',
  ValueType: 'TEXT',
  ConceptNameCodeSequence: [code(name)],
  TextValue: value,
});

/** T- and Z-scores are text, in the manner of the console's country; everything else is a number. */
const regionItem = ({ region, values }: Line, device: Device): Keywords =>
  container(
    region,
    Object.entries(values).map(([name, value]) =>
      units[name] === undefined ? text(name, consoleNumber(value, device)) : number(name, value, units[name]),
    ),
  );

/** One exam of a trend, with what has changed since the one before and since the first. */
const trendExam = ({ exams }: AnalysedScan['trends'][number], at: number, device: Device): Keywords => {
  const [now, before, first] = [exams[at], exams[at + 1], exams.at(-1)];
  if (now === undefined) return {};
  const changes =
    before === undefined || first === undefined
      ? []
      : [
          container('CHANGE_VS_PREVIOUS', [number('BMD', printed(Number(now.bmd) - Number(before.bmd), 3), 'g/cm2')]),
          container('CHANGE_VS_BASELINE', [number('BMD', printed(Number(now.bmd) - Number(first.bmd), 3), 'g/cm2')]),
          container('PCHANGE_VS_PREVIOUS', [number('BMD', changePercent(now.bmd, before.bmd), '%')]),
        ];
  return container(consoleDate(now.date, device.dateOrder), [number('BMD', now.bmd, 'g/cm2'), ...changes]);
};

const trendItem = (trend: AnalysedScan['trends'][number], device: Device): Keywords =>
  container(
    `Trend ${trend.region}`,
    trend.exams.map((_, at) => trendExam(trend, at, device)),
  );

const scanItem = ({ name, lines, trends }: AnalysedScan, device: Device): Keywords =>
  container(name, [...lines.map((line) => regionItem(line, device)), ...trends.map((trend) => trendItem(trend, device))]);

/** The results of an exam as enCORE stores them: one Enhanced SR, a container for each scan, and in it one for each region. */
export const structuredReport = (scans: readonly AnalysedScan[], performed: Performed): Keywords => ({
  ...headerOf(performed),
  SOPClassUID: SOPClass.EnhancedSRStorage,
  SOPInstanceUID: performed.uid('report'),
  Modality: 'SR',
  SeriesInstanceUID: performed.uid('report series'),
  SeriesNumber: '99',
  SeriesDescription: 'DXA Results',
  InstanceNumber: '1',
  ContentDate: performed.at.DA,
  ContentTime: performed.at.TM,
  CompletionFlag: 'COMPLETE',
  VerificationFlag: 'UNVERIFIED',
  ReferencedPerformedProcedureStepSequence: [],
  PerformedProcedureCodeSequence: [],
  ValueType: 'CONTAINER',
  ConceptNameCodeSequence: [code('Bone Densitometry')],
  ContinuityOfContent: 'SEPARATE',
  ContentSequence: [
    container(
      'DXA Report',
      scans.map((scan) => scanItem(scan, performed.device)),
    ),
  ],
});

import { SOPClass, type Keywords } from '@osteon/dicom';
import type { AnalysedScan, Line } from './analysis.js';
import { headerOf } from './headers.js';
import { consoleDate, type Performed } from './performed.js';

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

/** T- and Z-scores are text, everything else is a number. */
const regionItem = ({ region, values }: Line): Keywords =>
  container(
    region,
    Object.entries(values).map(([name, value]) =>
      units[name] === undefined ? text(name, value) : number(name, value, units[name]),
    ),
  );

const trendItem = ({ region, exams }: AnalysedScan['trends'][number], order: Performed['device']['dateOrder']): Keywords =>
  container(
    `Trend ${region}`,
    exams.map(({ date, bmd }) => container(consoleDate(date, order), [number('BMD', bmd, 'g/cm2')])),
  );

const scanItem = ({ name, lines, trends }: AnalysedScan, order: Performed['device']['dateOrder']): Keywords =>
  container(name, [...lines.map(regionItem), ...trends.map((trend) => trendItem(trend, order))]);

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
      scans.map((scan) => scanItem(scan, performed.device.dateOrder)),
    ),
  ],
});

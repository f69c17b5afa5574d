import type { Region } from '@osteon/contracts';
import { SOPClass, uidFromUUID, writePart10, type Keywords } from '@osteon/dicom';
import { createHash } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { ownScheme } from './loinc.table.js';
import { sideCodes, siteCodes, unitCodes, valueCode, type Code } from './report-codes.table.js';
import type { Field, Place, ReadScan } from './study.js';

/** An object that accepted values were found in. */
export interface SourceObject {
  readonly sopClassUID: string;
  readonly sopInstanceUID: string;
  readonly seriesInstanceUID: string;
}

/** What a measurement report says beside its values; elements of patient and study as DICOM keywords. */
export interface MeasurementReport {
  readonly sopInstanceUID: string;
  readonly seriesInstanceUID: string;
  /** PatientID, PatientName, StudyInstanceUID, StudyDate, AccessionNumber ...: as they stand in the objects. */
  readonly patientAndStudy: Keywords;
  /** DA and TM of the writing. */
  readonly content: { readonly ContentDate: string; readonly ContentTime: string };
  readonly scans: readonly ReadScan[];
  readonly sources: readonly SourceObject[];
}

const sequence = ([CodeValue, CodingSchemeDesignator, CodeMeaning]: Code): Keywords[] => [
  { CodeValue, CodingSchemeDesignator, CodeMeaning },
];

const item = (relationship: string, valueType: string, name: Code, more: Keywords): Keywords => ({
  RelationshipType: relationship,
  ValueType: valueType,
  ConceptNameCodeSequence: sequence(name),
  ...more,
});

const reference = ({ sopClassUID, sopInstanceUID }: SourceObject): Keywords => ({
  ReferencedSOPClassUID: sopClassUID,
  ReferencedSOPInstanceUID: sopInstanceUID,
});

const isImage = ({ sopClassUID }: SourceObject): boolean => !sopClassUID.startsWith('1.2.840.10008.5.1.4.1.1.88.');

const sourceItems = (region: Region, sources: readonly SourceObject[]): Keywords[] =>
  sources
    .filter(({ sopInstanceUID }) => region.sources?.some((source) => source.sopInstanceUID === sopInstanceUID))
    .map((source) =>
      item('INFERRED FROM', isImage(source) ? 'IMAGE' : 'COMPOSITE', ['121112', 'DCM', 'Source of Measurement'], {
        ReferencedSOPSequence: [reference(source)],
      }),
    );

const numberItem = (place: Place, field: Field, value: number, sources: readonly Keywords[]): Keywords =>
  item('CONTAINS', 'NUM', valueCode(place, field), {
    MeasuredValueSequence: [
      { NumericValue: new Decimal(value).toString(), MeasurementUnitsCodeSequence: sequence(unitCodes[field]) },
    ],
    ...(sources.length === 0 ? {} : { ContentSequence: sources }),
  });

/** The same report and row have the same UID. */
const trackingUid = (report: MeasurementReport, identifier: string): string => {
  const hash = createHash('sha256').update(`${report.sopInstanceUID} ${identifier}`).digest('hex');
  return uidFromUUID(
    `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`,
  );
};

const fieldsOf = (region: Region): [Field, number][] =>
  (['bmd', 'bmc', 'area', 'tScore', 'zScore'] as const).flatMap((field): [Field, number][] => {
    const value = region[field];
    return value === undefined ? [] : [[field, value]];
  });

const regionWords = (region: string, side: Place['side']): string =>
  side === 'both' ? `${region.replace(/^mean-/, '')} Mean` : region;

/** TID 1501: tracking, finding site with laterality, our own code for the region, then the values. */
const groupOf = (report: MeasurementReport, { site, side }: ReadScan, region: Region): Keywords => {
  const identifier = [site, side, region.region, region.tReference?.sex].filter(Boolean).join(' ');
  const laterality =
    side === 'left' || side === 'right'
      ? [item('HAS CONCEPT MOD', 'CODE', ['272741003', 'SCT', 'Laterality'], { ConceptCodeSequence: sequence(sideCodes[side]) })]
      : [];
  const sources = sourceItems(region, report.sources);
  const values = fieldsOf(region).map(([field, value]) => numberItem({ site, ...(side ? { side } : {}) }, field, value, sources));
  const named = region.tReference?.name;
  return item('CONTAINS', 'CONTAINER', ['125007', 'DCM', 'Measurement Group'], {
    ContinuityOfContent: 'SEPARATE',
    ContentSequence: [
      item('HAS OBS CONTEXT', 'TEXT', ['112039', 'DCM', 'Tracking Identifier'], { TextValue: identifier }),
      item('HAS OBS CONTEXT', 'UIDREF', ['112040', 'DCM', 'Tracking Unique Identifier'], {
        UID: trackingUid(report, identifier),
      }),
      item('HAS CONCEPT MOD', 'CODE', ['363698007', 'SCT', 'Finding Site'], {
        ConceptCodeSequence: sequence(siteCodes[site]),
        ...(laterality.length === 0 ? {} : { ContentSequence: laterality }),
      }),
      item('CONTAINS', 'CODE', ['REGION', ownScheme, 'Region'], {
        ConceptCodeSequence: sequence([region.region.slice(0, 16), ownScheme, regionWords(region.region, side)]),
      }),
      ...(named === undefined ? [] : [item('CONTAINS', 'TEXT', ['REFERENCE', ownScheme, 'Reference'], { TextValue: named })]),
      ...values,
    ],
  });
};

const evidence = (studyInstanceUID: Keywords[string], sources: readonly SourceObject[]): Keywords[] => {
  const series = [...new Set(sources.map(({ seriesInstanceUID }) => seriesInstanceUID))];
  const ofSeries = (SeriesInstanceUID: string): Keywords => ({
    SeriesInstanceUID,
    ReferencedSOPSequence: sources.filter((source) => source.seriesInstanceUID === SeriesInstanceUID).map(reference),
  });
  return series.length === 0 ? [] : [{ StudyInstanceUID: studyInstanceUID, ReferencedSeriesSequence: series.map(ofSeries) }];
};

/**
 * A DICOM file of Comprehensive SR Storage by TID 1500 with the accepted values of a study: LOINC and SNOMED codes where they
 * exist, our own scheme (99OSTEON) for regions, each value with the objects it was found in. The same input is the same file.
 */
export const writeMeasurementReport = (report: MeasurementReport): Buffer => {
  const { patientAndStudy, content, scans, sources } = report;
  const groups = scans.flatMap((scan) => scan.regions.map((region) => groupOf(report, scan, region)));
  const referenced = evidence(patientAndStudy['StudyInstanceUID'], sources);
  return writePart10({
    SpecificCharacterSet: 'ISO_IR 192',
    StudyTime: '',
    StudyID: '',
    ReferringPhysicianName: '',
    ...patientAndStudy,
    ...content,
    SOPClassUID: SOPClass.ComprehensiveSRStorage,
    SOPInstanceUID: report.sopInstanceUID,
    SeriesInstanceUID: report.seriesInstanceUID,
    Modality: 'SR',
    Manufacturer: 'Osteon',
    SeriesNumber: '1',
    InstanceNumber: '1',
    ReferencedPerformedProcedureStepSequence: [],
    PerformedProcedureCodeSequence: [],
    CompletionFlag: 'COMPLETE',
    VerificationFlag: 'UNVERIFIED',
    ...(referenced.length === 0 ? {} : { CurrentRequestedProcedureEvidenceSequence: referenced }),
    ValueType: 'CONTAINER',
    ContinuityOfContent: 'SEPARATE',
    ConceptNameCodeSequence: sequence(['126000', 'DCM', 'Imaging Measurement Report']),
    ContentTemplateSequence: [{ MappingResource: 'DCMR', TemplateIdentifier: '1500' }],
    ContentSequence: [
      item('HAS CONCEPT MOD', 'CODE', ['121049', 'DCM', 'Language of Content Item and Descendants'], {
        ConceptCodeSequence: sequence(['en', 'RFC5646', 'English']),
      }),
      item('HAS CONCEPT MOD', 'CODE', ['121058', 'DCM', 'Procedure reported'], {
        ConceptCodeSequence: sequence(['241686001', 'SCT', 'Dual energy X-Ray absorptiometry']),
      }),
      item('CONTAINS', 'CONTAINER', ['126010', 'DCM', 'Imaging Measurements'], {
        ContinuityOfContent: 'SEPARATE',
        ContentSequence: groups,
      }),
    ],
  });
};

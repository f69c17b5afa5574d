import type { Keywords } from '../keywords/keywords.js';
import { writePart10 } from '../part10.js';
import { SOPClass } from '../uids.table.js';

/** What an Encapsulated PDF says beside its document; DA and TM as DICOM writes them, names as PN. */
export interface EncapsulatedPdf {
  readonly SOPInstanceUID: string;
  readonly SeriesInstanceUID: string;
  readonly pdf: Uint8Array;
  readonly title: string;
  readonly patient: {
    readonly PatientName: string;
    readonly PatientID: string;
    readonly IssuerOfPatientID?: string;
    readonly PatientBirthDate?: string;
    readonly PatientSex?: string;
  };
  readonly study: {
    readonly StudyInstanceUID: string;
    readonly StudyDate?: string;
    readonly StudyTime?: string;
    readonly StudyID?: string;
    readonly AccessionNumber?: string;
    readonly ReferringPhysicianName?: string;
    readonly StudyDescription?: string;
  };
  readonly content: { readonly ContentDate: string; readonly ContentTime: string };
  readonly InstitutionName?: string;
  /** ISO_IR 192 unless the receiver wants another. */
  readonly SpecificCharacterSet?: string;
}

/** Type 2 attributes are there even where nobody knows them (PS3.5 7.4.3). */
const known = (values: Readonly<Record<string, string | undefined>>): Keywords =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));

/**
 * A DICOM file of Encapsulated PDF Storage (PS3.3 A.45.1) around a report; the same input is the same file to the byte.
 * Throws TextNotEncodable where the character set cannot hold a name, ValueNotEncodable for a value with a backslash.
 */
export const encapsulatePdf = (report: EncapsulatedPdf): Buffer => {
  const { patient, study } = report;
  return writePart10({
    SpecificCharacterSet: report.SpecificCharacterSet ?? 'ISO_IR 192',
    SOPClassUID: SOPClass.EncapsulatedPDFStorage,
    SOPInstanceUID: report.SOPInstanceUID,
    Modality: 'DOC',
    ConversionType: 'WSD',
    Manufacturer: 'Osteon',
    ...(report.InstitutionName === undefined ? {} : { InstitutionName: report.InstitutionName }),
    ...known({ PatientBirthDate: undefined, PatientSex: undefined, ...patient }),
    ...known({
      StudyDate: undefined,
      StudyTime: undefined,
      StudyID: undefined,
      AccessionNumber: undefined,
      ReferringPhysicianName: undefined,
    }),
    ...known({ ...study }),
    SeriesInstanceUID: report.SeriesInstanceUID,
    SeriesNumber: '1',
    InstanceNumber: '1',
    ...report.content,
    AcquisitionDateTime: '',
    BurnedInAnnotation: 'YES',
    DocumentTitle: report.title,
    ConceptNameCodeSequence: [
      { CodeValue: '38269-7', CodingSchemeDesignator: 'LN', CodeMeaning: 'Study report Skeletal system DXA' },
    ],
    MIMETypeOfEncapsulatedDocument: 'application/pdf',
    EncapsulatedDocument: report.pdf,
    EncapsulatedDocumentLength: report.pdf.length,
  });
};

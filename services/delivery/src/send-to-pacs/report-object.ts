import { dateToDA, instantToDAandTM, personNameToPN, SOPClass, uidFromUUID, type Keywords } from '@osteon/dicom';
import { objectUuidOf, seriesUuidOf } from '../delivery/delivery-id.js';
import { performedAt, type ReportDocuments } from '../delivery/report-documents.js';

const sexes = { female: 'F', male: 'M', other: 'O', unknown: '' } as const;

/** The number of the facility's own authority, else the first that there is. */
const patientModule = ({ patient }: ReportDocuments, authority: string): Keywords => {
  const identifier = patient.identifiers.find((each) => each.authority === authority) ?? patient.identifiers[0];
  return {
    PatientName: personNameToPN(patient.name),
    PatientID: identifier?.value ?? '',
    IssuerOfPatientID: identifier?.authority,
    PatientBirthDate: patient.birthDate === undefined ? '' : dateToDA(patient.birthDate),
    PatientSex: sexes[patient.sex],
  };
};

const studyModule = ({ signed, content }: ReportDocuments): Keywords => {
  const performed = performedAt(content);
  const { DA, TM } = 'day' in performed ? { DA: dateToDA(performed.day), TM: '' } : instantToDAandTM(performed.time, content.zone);
  return {
    StudyInstanceUID: signed.studyInstanceUID,
    StudyDate: DA,
    StudyTime: TM,
    StudyID: '',
    AccessionNumber: signed.accessionNumber.length <= 16 ? signed.accessionNumber : '',
    ReferringPhysicianName: content.details.referrer === undefined ? '' : personNameToPN(content.details.referrer),
  };
};

const documentModule = ({ signed, content, pdf }: ReportDocuments): Keywords => {
  const { DA, TM } = instantToDAandTM(signed.signedAt, content.zone);
  return {
    InstanceNumber: `${signed.revision}`,
    ContentDate: DA,
    ContentTime: TM,
    AcquisitionDateTime: '',
    BurnedInAnnotation: 'YES',
    DocumentTitle: 'Bone densitometry report',
    ConceptNameCodeSequence: [{ CodeValue: '38269-7', CodingSchemeDesignator: 'LN', CodeMeaning: 'Study report Skeletal system DXA' }],
    VerificationFlag: 'VERIFIED',
    MIMETypeOfEncapsulatedDocument: 'application/pdf',
    EncapsulatedDocument: pdf,
    EncapsulatedDocumentLength: pdf.length,
  };
};

/**
 * The signed PDF as a DICOM object (PS3.3 A.45.1) in the study that was performed. Its UIDs follow from the report and its revision,
 * so that it is the same object in every archive and at every attempt.
 */
export const reportObject = (documents: ReportDocuments, authority: string): Keywords => ({
  SpecificCharacterSet: 'ISO_IR 192',
  SOPClassUID: SOPClass.EncapsulatedPDFStorage,
  SOPInstanceUID: uidFromUUID(objectUuidOf(documents.signed)),
  ...patientModule(documents, authority),
  ...studyModule(documents),
  Modality: 'DOC',
  SeriesInstanceUID: uidFromUUID(seriesUuidOf(documents.signed.reportId)),
  SeriesNumber: '900',
  Manufacturer: 'Osteon',
  ConversionType: 'WSD',
  ...documentModule(documents),
});

/** The transfer syntaxes and SOP classes that Osteon speaks (PS3.6 annex A). */
export const TransferSyntax = {
  ImplicitVRLittleEndian: '1.2.840.10008.1.2',
  ExplicitVRLittleEndian: '1.2.840.10008.1.2.1',
  JPEGBaseline: '1.2.840.10008.1.2.4.50',
  JPEGExtended: '1.2.840.10008.1.2.4.51',
  JPEGLossless: '1.2.840.10008.1.2.4.57',
  JPEGLosslessFirstOrder: '1.2.840.10008.1.2.4.70',
  JPEGLSLossless: '1.2.840.10008.1.2.4.80',
  JPEGLSNearLossless: '1.2.840.10008.1.2.4.81',
  JPEG2000Lossless: '1.2.840.10008.1.2.4.90',
  JPEG2000: '1.2.840.10008.1.2.4.91',
  RLELossless: '1.2.840.10008.1.2.5',
} as const;

export const SOPClass = {
  Verification: '1.2.840.10008.1.1',
  ModalityWorklistInformationModelFind: '1.2.840.10008.5.1.4.31',
  ModalityPerformedProcedureStep: '1.2.840.10008.3.1.2.3.3',
  StorageCommitmentPushModel: '1.2.840.10008.1.20.1',
  ComputedRadiographyImageStorage: '1.2.840.10008.5.1.4.1.1.1',
  SecondaryCaptureImageStorage: '1.2.840.10008.5.1.4.1.1.7',
  EnhancedSRStorage: '1.2.840.10008.5.1.4.1.1.88.22',
  ComprehensiveSRStorage: '1.2.840.10008.5.1.4.1.1.88.33',
  RawDataStorage: '1.2.840.10008.5.1.4.1.1.66',
  EncapsulatedPDFStorage: '1.2.840.10008.5.1.4.1.1.104.1',
} as const;

/** The one instance of the Storage Commitment Push Model (PS3.4 J.3.5). */
export const StorageCommitmentInstance = '1.2.840.10008.1.20.1.1';

/** Every storage class of the standard stands under this root. */
const storageRoot = '1.2.840.10008.5.1.4.1.1.';

/** A storage class of the standard; private ones are named where they are used. */
export const isStorageClass = (uid: string): boolean => uid.startsWith(storageRoot);

/** Names Osteon as the maker of what it writes (2.25, from a UUID). */
export const ImplementationClassUID = '2.25.214785306229743018391540637420163790172';
export const ImplementationVersionName = 'OSTEON_1';

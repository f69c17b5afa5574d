export type {
  Admission,
  Answered,
  AssociationHandlers,
  AssociationRequest,
  CommitmentMessage,
  CommitmentRequest,
  FindAnswer,
  IncomingInstance,
  OpenAssociation,
  Query,
  StepMessage,
} from './associations/handlers.js';
export { AssociationLost } from './associations/ask.js';
export type { CommitmentResult, Reference } from './associations/commitment.js';
export { echo } from './associations/echo.js';
export { find, FindRefused } from './associations/find.js';
export { defaultLimits, listen, type AssociationServer, type Limits, type ListenOptions } from './associations/listen.js';
export { AssociationRejected, type Peer } from './associations/peer.js';
export type { Ending } from './associations/pdu-gate.js';
export { createStep, setStep } from './associations/performed-step.js';
export { FailureReason, isDelivered, Rejection, Status, StepMayNoLongerBeUpdated } from './associations/status.table.js';
export { reportCommitment, requestCommitment, type CommitmentAsked } from './associations/storage-commitment.js';
export { store, type StoreOutcome } from './associations/store.js';
export { TextNotEncodable } from './keywords/character-sets.js';
export { hexadecimal } from './hexadecimal.js';
export { dateFromDA, dateToDA, instantFromDAandTM, instantToDAandTM } from './keywords/dates-and-times.js';
export { decodeKeywords } from './keywords/decode-keywords.js';
export { encodeKeywords, ValueNotEncodable } from './keywords/encode-keywords.js';
export { fitsVR } from './keywords/fits-vr.js';
export { bytesOf, itemOf, itemsOf, numberOf, textOf, textsOf, type Keywords, type Value } from './keywords/keywords.js';
export { personNameFromPN, personNameToPN, type PersonName } from './keywords/person-name.js';
export { DataSetNotReadable } from './keywords/read-elements.js';
export { encapsulatePdf, type EncapsulatedPdf } from './objects/encapsulate-pdf.js';
export { replaceAttributes, type Replacement } from './objects/replace-attributes.js';
export { NotRenderable, renderImage } from './objects/render-image.js';
export { NotPart10, part10File, part10Header, readKeywords, splitPart10, writePart10, type FileMeta } from './part10.js';
export { newUID, uidFromUUID } from './uids.js';
export { isStorageClass, SOPClass, TransferSyntax } from './uids.table.js';

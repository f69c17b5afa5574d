import { isStorageClass, SOPClass, TransferSyntax } from '../uids.table.js';
import type { PresentationContext } from './dimse-library.js';

/** Results of a presentation context (PS3.8 table 9-18). */
const ACCEPTANCE = 0;
const ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
const TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

const uncompressed: readonly string[] = [TransferSyntax.ImplicitVRLittleEndian, TransferSyntax.ExplicitVRLittleEndian];
/** Compressed objects are stored as they come. Deflated and big endian are not taken: no densitometer sends them. */
const storable: readonly string[] = Object.values(TransferSyntax);

/** Which services are negotiated, and which storage classes beside those of the standard. */
export interface Services {
  readonly find: boolean;
  readonly store: boolean;
  /** Modality Performed Procedure Step. */
  readonly steps: boolean;
  /** Storage Commitment, as its SCP. */
  readonly commit: boolean;
  /** Storage Commitment, as the SCU that hears results. */
  readonly committed: boolean;
  readonly privateStorageClasses: readonly string[];
}

const offered = ({ find, steps, commit, committed }: Services): readonly string[] => [
  SOPClass.Verification,
  ...(find ? [SOPClass.ModalityWorklistInformationModelFind] : []),
  ...(steps ? [SOPClass.ModalityPerformedProcedureStep] : []),
  ...(commit || committed ? [SOPClass.StorageCommitmentPushModel] : []),
];

/** A peer stays SCU of what it proposes, but for the results of commitment, which it may say as the SCP. */
const mayProvide = (abstractSyntax: string, { committed }: Services): boolean =>
  committed && abstractSyntax === SOPClass.StorageCommitmentPushModel;

/** Transfer syntaxes that go with an abstract syntax; none where the service is not offered. */
export const transferSyntaxesFor = (abstractSyntax: string, services: Services): readonly string[] => {
  const stored = isStorageClass(abstractSyntax) || services.privateStorageClasses.includes(abstractSyntax);
  if (stored) return services.store ? storable : [];
  return offered(services).includes(abstractSyntax) ? uncompressed : [];
};

/** Settles one proposed context: the peer's first transfer syntax that is taken, and its role. */
export const settle = (context: PresentationContext, services: Services): boolean => {
  const taken = transferSyntaxesFor(context.getAbstractSyntaxUid(), services);
  const chosen = context.getTransferSyntaxUids().find((uid) => taken.includes(uid));
  if (context.getProviderRole() && !mayProvide(context.getAbstractSyntaxUid(), services)) context.setProviderRole(false);
  if (chosen !== undefined) context.setResult(ACCEPTANCE, chosen);
  else context.setResult(taken.length === 0 ? ABSTRACT_SYNTAX_NOT_SUPPORTED : TRANSFER_SYNTAXES_NOT_SUPPORTED);
  return chosen !== undefined;
};

import { TextNotEncodable, ValueNotEncodable } from '@osteon/dicom';
import { Hl7Error } from '@osteon/hl7';
import { ObjectAbsent } from '@osteon/object-store';
import { ZodError } from 'zod';

/** Why a message can never be made as things are, in codes and places; `undefined` for a broken world, which may be whole again soon. */
export const whyNotBuilt = (error: unknown): string | undefined => {
  if (error instanceof Hl7Error) return `${error.code} ${error.location}`;
  if (error instanceof ObjectAbsent || error instanceof TextNotEncodable || error instanceof ValueNotEncodable) return error.name;
  return error instanceof ZodError ? 'DocumentNotReadable' : undefined;
};

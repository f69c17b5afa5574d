import { randomUUID } from 'node:crypto';

/** The UID of a UUID: 2.25 and the UUID as one decimal number (PS3.5 B.2). The same UUID gives the same UID. */
export const uidFromUUID = (uuid: string): string => `2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`;

/** A new UID. */
export const newUID = (): string => uidFromUUID(randomUUID());

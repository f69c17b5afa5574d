/** A Study Instance UID made of an id (UUID): 2.25 and the number in decimal (PS3.5 B.2), at most 44 characters. */
export const studyInstanceUIDOf = (id: string): string => `2.25.${BigInt(`0x${id.replaceAll('-', '')}`)}`;

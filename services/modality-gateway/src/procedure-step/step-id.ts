import { v5 as idFrom } from 'uuid';

const namespace = 'a61f0d0c-6f0c-5f5b-9a52-53e0a3c0d7a4';

/** The stream of a step follows from what its device calls it: a second N-CREATE meets the first, an N-SET finds it on any association. */
export const stepIdOf = (facilityId: string, sopInstanceUID: string): string => idFrom(`${facilityId} ${sopInstanceUID}`, namespace);

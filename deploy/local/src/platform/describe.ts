import { people } from '../sign-in/people.table.js';
import type { Platform } from './start-platform.js';

/** Addresses and sign-in names, as printed once the platform is up. */
export const describePlatform = ({ places, credentials }: Platform): string =>
  [
    '',
    `  Osteon         ${places.origin}`,
    `  DICOM          127.0.0.1:${places.ports.dicom}  AE title OSTEON`,
    `  HL7 (MLLP)     127.0.0.1:${places.ports.mllp}`,
    '',
    '  Sign in as',
    ...people.map(({ userId, name, roles }) => `    ${name.padEnd(14)} ${Object.values(roles).flat().join(', ').padEnd(14)} ${credentials.passwords[userId] ?? ''}`),
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');

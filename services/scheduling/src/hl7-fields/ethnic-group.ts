import { ethnicGroups } from './ethnic-group.table.js';

const LONGEST = 16;

/** Ethnic Group (0010,2160) of a race (PID-10): by table, else the sender's words, at most 16 characters. */
export const ethnicGroup = (code: string | undefined, text: string | undefined): string | undefined => {
  const group = ethnicGroups[code ?? ''] ?? text ?? code;
  const shortened = group?.replace(/[\\\p{Cc}]/gu, ' ').trim().slice(0, LONGEST).trim();
  return shortened || undefined;
};

import { readFileSync } from 'node:fs';

export const readsFile = readFileSync;

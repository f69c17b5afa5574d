import { read } from '../../../libs/results/src/peeks.js';

export const peeks = read;

import { makes } from '../../../tools/densitometer/src/makes.js';

export const read = makes;

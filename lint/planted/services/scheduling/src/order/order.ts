import { study } from '../../../reading/src/study/study.js';

export const order = study;

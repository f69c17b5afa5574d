import { study } from '../../../services/reading/src/study/study.js';

export const needsService = study;

import { judge } from '../../services/reading/src/study/judge.js';

export const peeks = judge;

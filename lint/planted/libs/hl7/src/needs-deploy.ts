import { start } from '../../../deploy/local/src/start.js';

export const needsDeploy = start;

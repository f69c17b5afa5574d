import { store } from '../../event-store/src/store.js';

export const leans = store;

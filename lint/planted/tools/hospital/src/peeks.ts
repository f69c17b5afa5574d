import { store } from '../../../libs/event-store/src/store.js';

export const peeks = store;

import { b } from './ring-b.js';

export const a = (): string => b();

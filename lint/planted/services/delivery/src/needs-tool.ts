import { property } from 'fast-check';

export const planted = property;

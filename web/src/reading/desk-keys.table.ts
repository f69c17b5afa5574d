import type { Keys } from '../shell/keys.view.js';

const looking: Keys = [
  ['←  →', 'image before, next image'],
  ['i', 'invert the image'],
  ['0', 'whole image, as stored'],
];

const judging: Keys = [
  ['a', 'adequate: all scans that were shown'],
  ['r', 'review'],
  ['Ctrl Enter', 'sign the report'],
];

const typing: Keys = [['e', 'type or correct values; Enter keeps them, Esc leaves them']];

const always: Keys = [
  ['Esc', 'back to the reading list'],
  ['?', 'these keys'],
];

/** The keys of the reading desk in the order of work; those that judge or type only for who may. */
export const deskKeys = (mayJudge: boolean, mayType: boolean): Keys => [...looking, ...(mayJudge ? judging : []), ...(mayType ? typing : []), ...always];

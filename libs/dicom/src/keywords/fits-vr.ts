import { textRules, type TextRule } from './value-representations.table.js';

const isSeparatorOrControl = (letter: string): boolean => letter === '\\' || letter < ' ' || letter === '\x7f';

const isTooLong = (vr: string, value: string, { length }: TextRule): boolean =>
  vr === 'PN' ? value.split('=').some((group) => group.length > length) : value.length > length;

/** Whether a text may stand as ONE value of this VR: length, repertoire, no control characters, no backslash (PS3.5 6.2). */
export const fitsVR = (vr: string, value: string): boolean => {
  const rule = textRules[vr];
  if (rule === undefined || value === '') return rule !== undefined;
  if (rule.long) return value.length <= rule.length;
  if (Array.from(value).some(isSeparatorOrControl) || isTooLong(vr, value, rule)) return false;
  return rule.pattern?.test(value) ?? true;
};

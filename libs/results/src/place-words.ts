import type { Place } from './study.js';

const siteWords: readonly (readonly [Place['site'], RegExp])[] = [
  ['lateral-spine', /\blateral\b.{0,20}\bspine\b|\blva\b|\blateral-spine\b/],
  ['lumbar-spine', /\b(lumbar|ap|pa|l)[- ]?spine\b|^spine$/],
  ['hip', /\b(hip|hips|femur|dualfemur|proximal femur)\b/],
  ['forearm', /\b(forearm|radius|wrist)\b/],
  ['whole-body-less-head', /\b(whole|total)[- ]body[- ]less[- ]head\b|\btblh\b/],
  ['whole-body', /\b(whole|total)[- ]?body\b|\bentire body\b/],
];

const siteIn = (text: string): Place['site'] | undefined => siteWords.find(([, words]) => words.test(text))?.[0];

const sideIn = (text: string): Place['side'] | undefined => {
  const [left, right] = [/\bleft\b/.test(text), /\bright\b/.test(text)];
  return left === right ? undefined : left ? 'left' : 'right';
};

const soleOf = <T>(items: readonly (T | undefined)[]): T | undefined => {
  const said = new Set(items.filter((item) => item !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
};

/** Site and side that several texts (scan mode, protocol, description) name together; what two of them say differently is nothing. */
export const placeOfWords = (texts: readonly string[]): Partial<Place> => {
  const lower = texts.map((text) => text.slice(0, 200).toLowerCase());
  const [site, side] = [soleOf(lower.map(siteIn)), soleOf(lower.map(sideIn))];
  return { ...(site ? { site } : {}), ...(side ? { side } : {}) };
};

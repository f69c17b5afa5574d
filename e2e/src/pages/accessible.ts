import type { Page } from 'playwright-core';

/** Runs in the browser: what on the page has no name for a screen reader, or no heading, or too little contrast (WCAG 2.2: 1.3.1, 1.4.3, 4.1.2). */
const look = (): string[] => {
  const isShown = (element: Element): boolean => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const described = (element: Element): string => `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40) ?? ''}`;

  const labelsOf = (element: Element): string =>
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
      ? [...(element.labels ?? [])].map((label) => label.textContent ?? '').join('')
      : (element.textContent ?? '');
  const isNamed = (element: Element): boolean => `${element.getAttribute('aria-label') ?? ''}${labelsOf(element)}`.trim() !== '';
  const nameless = [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, table, nav')]
    .filter((element) => isShown(element) && !isNamed(element))
    .map((element) => `no name: ${element.outerHTML.slice(0, 120)}`);
  const blind = [...document.querySelectorAll('img:not([alt])')].map((element) => `no alt: ${element.outerHTML.slice(0, 120)}`);
  const unscoped = [...document.querySelectorAll('th:not([scope])')].map((element) => `no scope: ${described(element)}`);

  const headings = [...document.querySelectorAll('h1')].filter(isShown).length;
  const landmarks = ['main', 'nav', 'header'].filter((name) => document.querySelectorAll(name).length === 0);

  type Color = readonly [red: number, green: number, blue: number, alpha: number];
  const colorOf = (css: string): Color => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const backgroundOf = (element: Element | null): Color => {
    if (!element) return [255, 255, 255, 1];
    const own = colorOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : backgroundOf(element.parentElement);
  };
  const luminance = (color: Color): number => {
    const [red = 0, green = 0, blue = 0] = color.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: Color, other: Color): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const hasWords = (element: Element): boolean => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
  const isLarge = ({ fontSize, fontWeight }: CSSStyleDeclaration): boolean => parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
  const faint = [...document.querySelectorAll('body *')]
    .filter((element) => hasWords(element) && isShown(element) && !element.closest('[disabled], .visually-hidden'))
    .filter((element) => {
      const style = getComputedStyle(element);
      return contrast(colorOf(style.color), backgroundOf(element)) < (isLarge(style) ? 3 : 4.5);
    })
    .map((element) => `faint: ${described(element)}`);

  return [...nameless, ...blind, ...unscoped, ...(headings === 1 ? [] : [`${headings} first headings`]), ...landmarks.map((name) => `no ${name}`), ...faint];
};

/** What a person who sees little, or hears the page read, would miss; empty where nothing. */
export const barriersOn = (page: Page): Promise<string[]> => page.evaluate(look);

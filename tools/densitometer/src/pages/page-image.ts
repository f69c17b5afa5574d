import sharp from 'sharp';
import type { Drawing } from '../drawing/expose.js';
import { pageFonts } from './fonts.js';
import type { Page, PageText } from './page.js';

/** Pixels per point: a page of letter width has about a thousand columns, as captured pages of consoles do. */
const SCALE = 1.75;

const glyphs = new Map<string, string>();

/** The outline of one glyph as an SVG path; the fonts' own, so that no font of the system takes part. */
const outline = (font: 'regular' | 'bold', id: number): string => {
  const name = `${font} ${id}`;
  const known = glyphs.get(name) ?? pageFonts()[font].getGlyph(id).path.toSVG();
  glyphs.set(name, known);
  return known;
};

const textSvg = ({ x, y, text, size, isBold }: PageText): string => {
  const name = isBold ? 'bold' : 'regular';
  const font = pageFonts()[name];
  const run = font.layout(text);
  const scale = size / font.unitsPerEm;
  let pen = 0;
  const paths = run.glyphs.map((glyph, at) => {
    const path = `<path transform="translate(${pen} 0)" d="${outline(name, glyph.id)}"/>`;
    pen += run.positions[at]?.xAdvance ?? 0;
    return path;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
};

const svgOf = ({ width, height, texts, lines }: Page): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * SCALE)}" height="${Math.round(height * SCALE)}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    ...lines.map(({ x, y, width: long }) => `<rect x="${x}" y="${y}" width="${long}" height="0.8"/>`),
    ...texts.map(textSvg),
    '</svg>',
  ].join('');

/** A page as a picture of 8 bits: black on white, burned in for good. */
export const drawPage = async (page: Page): Promise<Drawing> => {
  const { data, info } = await sharp(Buffer.from(svgOf(page)))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
};

/** What drawing needs of fontkit beside what reports do; it has no types of its own. */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    getGlyph(id: number): { readonly path: { toSVG(): string } };
    layout(text: string): {
      readonly glyphs: readonly { readonly id: number }[];
      readonly positions: readonly { readonly xAdvance: number }[];
    };
  }
}

/** The part of fontkit that is used here; pdfkit brings it. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export const create: (bytes: Uint8Array) => Font;
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    /** pdfkit takes a font that is open as well: opening one costs more than all the rest of a report. */
    registerFont(name: string, font: import('fontkit').Font): this;
  }
}

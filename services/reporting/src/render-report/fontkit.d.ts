/** The part of fontkit that is used here; pdfkit brings it. */
declare module 'fontkit' {
  export const create: (bytes: Uint8Array) => { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** What one object of a stranger may cost. Above it the object gives a problem and no number. */
export const limits = {
  /** Bytes of an object: above this it is not opened. */
  objectBytes: 512 * 2 ** 20,
  /** Letters of a text that is parsed: an XML document, private assignments, a CSV file. */
  letters: 4 * 2 ** 20,
  /** Elements of an XML document, items of an SR, assignments, cells, words of a page. */
  items: 50_000,
  /** Elements inside each other. */
  depth: 32,
  /** Pages of a PDF. */
  pages: 20,
  /** Pixels of a page that is read by OCR. */
  pixels: 40_000_000,
  /** Milliseconds for one object, without and with OCR. */
  objectMs: 30_000,
  ocrMs: 60_000,
  /** Megabytes that a worker may allocate beside the object's bytes. */
  workerMegabytes: 384,
} as const;

import type { Dialect } from '../consoles/dialect.js';
import { gePages } from '../pages/ge-page.js';
import { hologicPages } from '../pages/hologic-page.js';
import { norlandPages } from '../pages/norland-page.js';
import { writeGeSr, writeGeXml, writeOlderXml } from './write-ge.js';
import { writeHologic } from './write-hologic.js';
import { writeCaptures, writePdf } from './write-pages.js';
import { writeNorland } from './norland-csv.js';
import type { Writing, Written } from './written.js';

const writers: Readonly<Record<Dialect, (writing: Writing) => Written[] | Promise<Written[]>>> = {
  'ge-sr': writeGeSr,
  'ge-xml': writeGeXml,
  'ge-xml-older': writeOlderXml,
  'hologic-0019': writeHologic,
  'hologic-0021': writeHologic,
  'norland-csv': writeNorland,
  'page-ge': writeCaptures(gePages),
  'page-hologic': writeCaptures(hologicPages),
  'pdf-ge': writePdf(gePages),
  'pdf-hologic': writePdf(hologicPages),
  'pdf-norland': writePdf(norlandPages),
};

/** The files of an exam, as its console leaves them. */
export const writeExam = async (writing: Writing): Promise<Written[]> => writers[writing.exam.console.dialect](writing);

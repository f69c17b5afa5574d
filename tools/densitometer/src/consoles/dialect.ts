/** Where a console leaves its numbers. */
export const dialects = [
  'ge-sr',
  'ge-xml',
  'ge-xml-older',
  'hologic-0019',
  'hologic-0021',
  'norland-csv',
  'page-ge',
  'page-hologic',
  'pdf-ge',
  'pdf-hologic',
  'pdf-norland',
] as const;

export type Dialect = (typeof dialects)[number];

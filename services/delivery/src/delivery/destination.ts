/** Where a report goes: a record system or an archive of the facility, by its id in the site's document. */
export interface Destination {
  readonly id: string;
  readonly kind: 'emr' | 'pacs';
}

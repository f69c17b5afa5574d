import type { scheduling } from '@osteon/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../shell/request.api.js';

/** The whole documents of the facilities that the person may see, each with its version. */
export const siteDocuments = queryOptions({
  queryKey: ['scheduling', 'list', 'site-documents'],
  queryFn: ({ signal }) => ask<{ sites: readonly scheduling.SiteV1[] }>('scheduling', '/sites', { signal }),
  select: ({ sites }) => sites,
});

/** Replaces a facility's document by another one, whole or not at all. */
export const applyDocument = ({ facilityId, version }: Pick<scheduling.SiteV1, 'facilityId' | 'version'>, document: unknown) =>
  ask<{ facilityId: string; version: number }>('scheduling', `/sites/${encodeURIComponent(facilityId)}`, {
    method: 'PUT',
    ifMatch: version,
    body: document,
  });

import { Body, Controller, Headers, Param, Put } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked, versionOf } from '@osteon/platform/http';
import { z } from 'zod';
import { appliedSites } from '../site/sites.query.js';
import { sites } from '../site/site.aggregate.js';
import { applySite } from './apply-site.js';

/** A version in the body is what was once answered and says nothing here; what the caller has seen stands in If-Match. */
const siteBody = scheduling.siteDocument.extend({ version: z.number().optional() }).strict();

@Controller('sites')
export class ApplySiteController {
  constructor(private readonly store: EventStore) {}

  /** The first document of a facility, and the same again, need no If-Match; a change names the version it replaces. */
  @Put(':facilityId')
  @Allow('configure-site')
  async apply(
    @Param('facilityId') facilityId: string,
    @Body({ schema: siteBody }) { version: _told, ...document }: z.infer<typeof siteBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Asked() ask: Context,
  ) {
    const seen = ifMatch === undefined ? undefined : versionOf(ifMatch);
    return this.store.transact(ask, async (unit) => {
      await unit.tx.query('update site_changes set count = count + 1');
      const others = (await appliedSites(unit.tx)).map((site) => site.document).filter((site) => site.facilityId !== facilityId);
      const { version, events } = await unit.decide(sites, facilityId, (site, context) => applySite(site, { facilityId, document, others }, context), seen);
      if (events.length > 0 && version > events.length) versionOf(ifMatch);
      return { facilityId, version };
    });
  }
}

import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { EventStore, type SaidVerified } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { lostFacts, type Compared } from '@osteon/messaging';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';
import type { Foundation } from './foundation.js';
import { networkWide } from './network-wide.js';
import { FOUNDATION } from './tokens.js';

const instant = z.iso.datetime().optional();
const page = z.strictObject({ after: z.number().int().nonnegative().default(0), facts: z.number().int().min(1).max(5000).default(1000) });
const asked = z.strictObject({ from: instant, to: instant });

/** What this service has published, beside what it has stored. */
@Controller('operations/published')
export class PublishedController {
  constructor(
    private readonly store: EventStore,
    @Inject(FOUNDATION) private readonly foundation: Foundation,
  ) {}

  /** Names every fact that Kafka knows of and the store has not (any more): what a restored backup lacks. Changes nothing. */
  @Post('verification')
  @HttpCode(200)
  @Allow('rebuild-projections')
  async verify(@Body({ schema: asked }) { from, to }: z.infer<typeof asked>, @Asked() { by }: Context): Promise<Compared> {
    networkWide(by, 'rebuild-projections');
    const range = { ...(from === undefined ? {} : { from: { at: from } }), ...(to === undefined ? {} : { to: { at: to } }) };
    const { service, kafka } = this.foundation;
    return lostFacts({ service, kafka, store: this.store }, range);
  }

  /** Reads a page of facts as this release does, and checks what they say against its contracts. Changes nothing. */
  @Post('contracts/verification')
  @HttpCode(200)
  @Allow('rebuild-projections')
  async contracts(@Body({ schema: page }) { after, facts }: z.infer<typeof page>, @Asked() { by }: Context): Promise<SaidVerified> {
    networkWide(by, 'rebuild-projections');
    return this.store.verifySaid(after, facts);
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EventStore, type ReferencedObject } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';
import { networkWide } from './network-wide.js';

/** The position to go on from; how many facts are looked at. */
const asked = z.strictObject({ after: z.number().int().nonnegative().default(0), facts: z.number().int().min(1).max(1000).default(200) });

/** What came of one page. `after` is where to go on; absent when every fact was looked at. */
interface ObjectsVerified {
  readonly facts: number;
  readonly objects: number;
  /** Not in the object store. */
  readonly missing: readonly ReferencedObject[];
  /** There, with bytes of another hash. */
  readonly changed: readonly ReferencedObject[];
  readonly after?: number;
}

/** The bytes that facts of this service name. */
@Controller('operations/objects')
export class ObjectsController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
  ) {}

  /** Reads every object that a page of facts names, byte by byte, and says which are missing or changed. Changes nothing. */
  @Post('verification')
  @HttpCode(200)
  @Allow('rebuild-projections')
  async verify(@Body({ schema: asked }) { after, facts: limit }: z.infer<typeof asked>, @Asked() { by }: Context): Promise<ObjectsVerified> {
    networkWide(by, 'rebuild-projections');
    const page = await this.store.referencedObjects(after, limit);
    const missing: ReferencedObject[] = [];
    const changed: ReferencedObject[] = [];
    for (const object of page.objects) {
      if (await this.objects.verify(object.key)) continue;
      ((await this.objects.has(object.key)) ? changed : missing).push(object);
    }
    return { facts: page.facts, objects: page.objects.length, missing, changed, ...(page.after === undefined ? {} : { after: page.after }) };
  }
}

import { Injectable } from '@nestjs/common';
import type { ObjectRef } from '@osteon/contracts';
import { readKeywords, Status, type IncomingInstance, type Keywords } from '@osteon/dicom';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { Log } from '@osteon/platform/log';
import { pipeline } from 'node:stream/promises';
import type { KnownDevice } from '../device/resolve-device.js';
import { headOf } from './head-of.js';
import { describeInstance, receivedHeader } from './received-header.js';
import { Receipts } from './receipts.query.js';

const headSize = 256 * 1024;

/** Keeps each object byte for byte and answers success only when bytes and receipt are durable. */
@Injectable()
export class ReceiveInstance {
  constructor(
    private readonly objects: ObjectStore,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async store({ association, SOPClassUID, SOPInstanceUID, transferSyntaxUID, file }: IncomingInstance<KnownDevice>): Promise<number> {
    const { passing, head } = headOf(headSize);
    const [object] = await Promise.all([this.objects.put('modality-gateway', passing, 'application/dicom'), pipeline(file, passing)]);
    const keywords = await this.read(head(), object);
    const header = keywords && receivedHeader(keywords);
    if (!keywords || !header) {
      this.log.event('instance-not-understood', { associationId: association.id, object: object.key });
      return Status.UnableToProcess;
    }
    const { facilityId, device } = association.peer;
    const stated = { sopClassUID: SOPClassUID, sopInstanceUID: SOPInstanceUID, transferSyntaxUID };
    const instance = { ...describeInstance(keywords, stated), object };
    await this.receipts.keep({ associationId: association.id, facilityId, deviceId: device.id, instance, header, at: this.clock.iso() });
    return Status.Success;
  }

  /** The header from the first bytes, else (a long private element before the pixels) from the whole object. */
  private async read(head: Buffer, { key, size }: ObjectRef): Promise<Keywords | undefined> {
    const attempt = (bytes: Buffer): Keywords | undefined => {
      try {
        return readKeywords(bytes, { until: 'PixelData' });
      } catch {
        return undefined;
      }
    };
    return attempt(head) ?? (size > head.length ? attempt(await this.objects.get(key)) : undefined);
  }
}

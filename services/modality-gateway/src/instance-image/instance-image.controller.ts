import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { NotRenderable, renderImage } from '@osteon/dicom';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked } from '@osteon/platform/http';
import { countedInstances } from '../acquisition/acquisition.js';
import { acquisitionRefusals } from '../acquisitions/acquisitions.refusals.js';
import { AcquisitionsQuery } from '../acquisitions/acquisitions.query.js';

@Controller('acquisitions')
export class InstanceImageController {
  constructor(
    private readonly acquisitions: AcquisitionsQuery,
    private readonly objects: ObjectStore,
  ) {}

  /** A picture to look at; the object itself is what the densitometer sent, untouched. */
  @Get(':acquisitionId/instances/:sopInstanceUID/image.png')
  @Allow('see-images')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  async image(@Asked() { by }: Context, @Param('acquisitionId', ParseUUIDPipe) id: string, @Param('sopInstanceUID') sopInstanceUID: string) {
    const acquisition = await this.acquisitions.one(id, by.facilitiesFor('see-images'));
    const instance = acquisition && countedInstances(acquisition).find((each) => each.sopInstanceUID === sopInstanceUID);
    if (!instance) return refuse(acquisitionRefusals.UNKNOWN);
    if (instance.kind !== 'image') return refuse(acquisitionRefusals.NOT_AN_IMAGE);
    return new StreamableFile(await this.render(instance.object.key), { type: 'image/png' });
  }

  private async render(key: string): Promise<Buffer> {
    const file = await this.objects.get(key);
    return renderImage(file).catch((error: unknown) => {
      if (error instanceof NotRenderable) return refuse(acquisitionRefusals.NOT_AN_IMAGE);
      throw error;
    });
  }
}

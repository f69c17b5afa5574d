import { Injectable } from '@nestjs/common';
import { nameOfSite } from '@osteon/densitometry';
import { NotRenderable, renderImage } from '@osteon/dicom';
import { ObjectStore } from '@osteon/object-store';
import sharp from 'sharp';
import { reportDocument, type ReportParts } from './report-document.js';
import { reportPdf, type Picture } from './report-pdf.js';
import { capital } from './words.js';

type Image = NonNullable<ReportParts['content']['images']>[number];

/** A report shows so many pictures at most, and none higher than this: it is read, the images are looked at elsewhere. */
const MOST_PICTURES = 6;
const PIXELS_HIGH = 480;

/** Makes the PDF of a report, with its pictures read by hash. A preview and the signed report come from the same call. */
@Injectable()
export class RenderedReport {
  constructor(private readonly objects: ObjectStore) {}

  /** The same parts give the same bytes. */
  async pdf(parts: ReportParts): Promise<Buffer> {
    const { content, signature } = parts;
    const pictures = await Promise.all((content.images ?? []).slice(0, MOST_PICTURES).map((image) => this.picture(image)));
    return reportPdf(
      reportDocument(parts),
      pictures.filter((picture) => picture !== undefined),
      new Date(signature?.signedAt ?? content.scheduledAt),
    );
  }

  /** Nothing for an image that cannot be drawn (compressed, say): the report stands without it. */
  private async picture({ object, site, side }: Image): Promise<Picture | undefined> {
    const file = await this.objects.get(object.key);
    try {
      const png = await sharp(await renderImage(file))
        .resize({ height: PIXELS_HIGH, withoutEnlargement: true })
        .png()
        .toBuffer();
      return { png, words: site === undefined ? 'Scan' : capital(nameOfSite(site, side)) };
    } catch (error) {
      if (error instanceof NotRenderable) return undefined;
      throw error;
    }
  }
}

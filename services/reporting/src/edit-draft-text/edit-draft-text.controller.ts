import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { reporting } from '@osteon/contracts';
import { EventStore, refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { z } from 'zod';
import { recordAudit } from '../audit/audit-trail.query.js';
import { unprintable } from '../render-report/fonts.js';
import { reportStreams } from '../report/report.aggregate.js';
import { hashOf } from '../report/report.js';
import { reports } from '../report/report.refusals.js';
import { ReportPartsQuery } from '../shown-report/report-parts.query.js';
import { editable, editDraftText, withText } from './edit-draft-text.js';

const textBody = z.strictObject({
  reviewVersion: z.number().int().positive(),
  sections: z.array(z.strictObject({ title: z.string().min(1).max(100), text: z.string().max(20_000) })).max(20),
});

type TextBody = z.infer<typeof textBody>;

@Controller('reports')
export class EditDraftTextController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly parts: ReportPartsQuery,
  ) {}

  /** Replaces the words of the draft's sections; the new hash is what a signature then names. */
  @Put(':reportId/text')
  @Allow('sign-report')
  async edit(
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @Body({ schema: textBody }) { reviewVersion, sections }: TextBody,
    @Asked() ask: Context,
    @IfMatch() seen: number,
  ) {
    const report = editable((await this.store.load(reportStreams, reportId)).state, reviewVersion, ask);
    const missing = unprintable(sections.map(({ text }) => text).join('\n'));
    if (missing.length > 0) refuse(reports.NOT_PRINTABLE, { characters: missing });
    const edited = withText(await this.parts.content(report), sections);
    const content = await this.objects.putJson('reporting', reporting.reportContent, edited);
    const { version } = await this.store.transact(ask, async (unit) => {
      await recordAudit(unit.tx, ask, { what: 'draft-text-edited', reportId, ...report });
      return unit.decide(
        reportStreams,
        reportId,
        (now, context) => editDraftText(now, { reviewVersion, content }, context),
        seen,
      );
    });
    return { version, contentHash: hashOf(content) };
  }
}

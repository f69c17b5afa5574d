import { Controller, Get, Header, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { recordAudit, type AuditEntry } from '../audit/audit-trail.query.js';
import { reportDocument } from '../render-report/report-document.js';
import { reportText } from '../render-report/report-text.js';
import { RenderedReport } from '../render-report/rendered-report.query.js';
import { reportStreams } from '../report/report.aggregate.js';
import type { DraftedReport, Report, SignedReport } from '../report/report.js';
import { ReportPartsQuery } from './report-parts.query.js';
import { draftedReport, signedReport } from './visible-report.js';

const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional();
const pdf = { type: 'application/pdf', disposition: 'inline; filename="report.pdf"' };

@Controller('reports')
export class ReportPapersController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly parts: ReportPartsQuery,
    private readonly rendered: RenderedReport,
  ) {}

  /** What would be signed, marked as a draft: made by the renderer that makes the final. With a hash: that content or none. */
  @Get(':reportId/preview.pdf')
  @Allow('see-report')
  async preview(
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @Query('contentHash', { schema: contentHash }) shown: string | undefined,
    @Asked() ask: Context,
  ): Promise<StreamableFile> {
    const report = await this.seen('preview-viewed', reportId, ask, (state) => draftedReport(state, ask, shown));
    return new StreamableFile(await this.rendered.pdf(await this.parts.ofDraft(report)), pdf);
  }

  /** The bytes that were signed. */
  @Get(':reportId/report.pdf')
  @Allow('see-report')
  async signed(@Param('reportId', ParseUUIDPipe) reportId: string, @Asked() ask: Context): Promise<StreamableFile> {
    const { signed } = await this.seen('pdf-viewed', reportId, ask, signedReport);
    return new StreamableFile(await this.objects.stream(signed.pdf.key), { ...pdf, length: signed.pdf.size });
  }

  /** The signed report as plain text. */
  @Get(':reportId/report.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Allow('see-report')
  async text(@Param('reportId', ParseUUIDPipe) reportId: string, @Asked() ask: Context): Promise<string> {
    const report = await this.seen('text-viewed', reportId, ask, signedReport);
    return reportText(reportDocument(await this.parts.ofSigned(report)));
  }

  private seen<R extends DraftedReport | SignedReport>(
    what: AuditEntry['what'],
    reportId: string,
    ask: Context,
    look: (report: Report, ask: Context) => R,
  ): Promise<R> {
    return this.store.transact(ask, async (unit) => {
      const report = look((await unit.load(reportStreams, reportId)).state, ask);
      await recordAudit(unit.tx, ask, { what, reportId, ...report });
      return report;
    });
  }
}

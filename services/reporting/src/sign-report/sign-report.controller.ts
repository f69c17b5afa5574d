import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { reporting } from '@osteon/contracts';
import { EventStore, refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { z } from 'zod';
import { recordAudit } from '../audit/audit-trail.query.js';
import { unprintable } from '../render-report/fonts.js';
import { RenderedReport } from '../render-report/rendered-report.query.js';
import { reportDocument } from '../render-report/report-document.js';
import { reportText } from '../render-report/report-text.js';
import { reportStreams } from '../report/report.aggregate.js';
import type { DraftedReport, Report } from '../report/report.js';
import { reports } from '../report/report.refusals.js';
import { ReportPartsQuery } from '../shown-report/report-parts.query.js';
import { signable, signReport, type Shown, type SignedObjects } from './sign-report.js';
import { signatureOf } from './signature.js';

const shownBody = z.strictObject({ reviewVersion: z.number().int().positive(), contentHash: z.string().regex(/^[0-9a-f]{64}$/) });

@Controller('reports')
export class SignReportController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly parts: ReportPartsQuery,
    private readonly rendered: RenderedReport,
  ) {}

  /** A physician signs what they have seen. PDF, patient block and signature are on disk before the signature is a fact. */
  @Post(':reportId/signature')
  @HttpCode(200)
  @Allow('sign-report')
  async sign(
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @Body({ schema: shownBody }) shown: Shown,
    @Asked() ask: Context,
    @IfMatch() seen: number,
  ) {
    const { state, version } = await this.store.load(reportStreams, reportId);
    const report = signable(state, shown, ask);
    if (report.status === 'signed') return answer(reportId, report, version);
    const objects = await this.keep(report, ask);
    const after = await this.store.transact(ask, async (unit) => {
      await recordAudit(unit.tx, ask, { what: 'report-signed', reportId, ...report });
      return unit.decide(reportStreams, reportId, (now, context) => signReport(now, shown, objects, context), seen);
    });
    return answer(reportId, after.state, after.version);
  }

  private async keep(report: DraftedReport, ask: Context): Promise<SignedObjects> {
    const draft = await this.parts.ofDraft(report);
    const signature = signatureOf(draft, ask);
    const parts = { ...draft, signature };
    const missing = unprintable(reportText(reportDocument(parts)));
    if (missing.length > 0) return refuse(reports.NOT_PRINTABLE, { characters: missing });
    return {
      pdf: await this.objects.put('reporting', await this.rendered.pdf(parts), 'application/pdf'),
      patientBlock: await this.objects.putJson('reporting', reporting.patientBlock, draft.patient),
      signature: await this.objects.putJson('reporting', reporting.reportSignature, signature),
    };
  }
}

const answer = (reportId: string, report: Report, version: number) =>
  report.status === 'signed'
    ? { reportId, revision: report.signed.revision, signedAt: report.signed.signedAt, version }
    : { reportId, version };

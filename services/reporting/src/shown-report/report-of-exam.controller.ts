import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { recordAudit } from '../audit/audit-trail.query.js';
import { reportStreams } from '../report/report.aggregate.js';
import { reportIdOf } from '../report/report-id.js';
import { reportShown } from './report-shown.js';
import { ReportPartsQuery } from './report-parts.query.js';
import { visibleReport } from './visible-report.js';

@Controller('exams')
export class ReportOfExamController {
  constructor(
    private readonly store: EventStore,
    private readonly parts: ReportPartsQuery,
  ) {}

  /** The draft or signed report of an exam; absent until it is drafted. */
  @Get(':examId/report')
  @Allow('see-report')
  async show(@Param('examId', ParseUUIDPipe) examId: string, @Asked() ask: Context) {
    const reportId = reportIdOf(examId);
    const { report, version } = await this.store.transact(ask, async (unit) => {
      const { state, version } = await unit.load(reportStreams, reportId);
      const report = visibleReport(state, ask);
      await recordAudit(unit.tx, ask, { what: 'report-viewed', reportId, ...report });
      return { report, version };
    });
    const signature = report.status === 'signed' ? await this.parts.signature(report) : undefined;
    return { version, ...reportShown(report, await this.parts.content(report), signature) };
  }
}

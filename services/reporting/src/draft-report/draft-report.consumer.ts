import { Injectable } from '@nestjs/common';
import { reading, reporting, scheduling } from '@osteon/contracts';
import type { Unit } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { reportStreams } from '../report/report.aggregate.js';
import { composeContent } from './compose-content.js';
import { draftReport, partsOfDraft, type DraftParts } from './draft-report.js';

/** What every consumer here does last: makes the draft as soon as all its parts have been heard, in their transaction. */
@Injectable()
export class DraftReport {
  constructor(private readonly objects: ObjectStore) {}

  async whenComplete(unit: Unit, reportId: string): Promise<void> {
    const { state } = await unit.load(reportStreams, reportId);
    const parts = partsOfDraft(state);
    if (!parts) return;
    const content = await this.objects.putJson('reporting', reporting.reportContent, await this.compose(unit, reportId, parts));
    const { reviewVersion } = parts.review;
    const { studyInstanceUID } = parts.study;
    await unit.decide(reportStreams, reportId, (report) => draftReport(report, { reviewVersion, studyInstanceUID, content }));
  }

  private async compose(unit: Unit, reportId: string, parts: DraftParts): Promise<reporting.ReportContentV1> {
    const { exam, review, edited } = parts;
    const before = edited && (await this.objects.getJson(edited.key, reporting.reportContent));
    return composeContent(reportId, parts, {
      details: await this.objects.getJson(exam.details.key, scheduling.examDetails),
      review: await this.objects.getJson(review.content.key, reading.reviewContent),
      site: await sitesReplica.find(unit.tx, exam.facilityId),
      sections: before?.sections,
    });
  }
}

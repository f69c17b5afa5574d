import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { scheduling } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { DraftReport } from '../draft-report/draft-report.consumer.js';
import { reportStreams } from '../report/report.aggregate.js';
import { reportIdOf } from '../report/report-id.js';
import { noteExam } from './note-exam.js';

@Controller()
export class WhenExamScheduled {
  constructor(private readonly drafts: DraftReport) {}

  @EventPattern<string>(scheduling.ExamScheduled.type)
  async hear(@Payload() heard: scheduling.ExamScheduledV1, @Ctx() { unit, from }: Hearing): Promise<void> {
    const reportId = reportIdOf(heard.examId);
    await unit.decide(reportStreams, reportId, (report) => noteExam(report, heard, from));
    await this.drafts.whenComplete(unit, reportId);
  }
}

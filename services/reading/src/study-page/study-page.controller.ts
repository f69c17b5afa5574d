import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { reading, scheduling } from '@osteon/contracts';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { storedAssessment } from '../assess-study/stored-assessment.js';
import type { StudyRow } from '../studies-to-read/study-row.js';
import { StudiesToReadQuery } from '../studies-to-read/studies-to-read.query.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { typedReason } from '../type-values/typed-reason.js';
import { readersSay } from './problem-details.js';
import { studyPage } from './study-page.js';

@Controller('studies-to-read')
export class StudyPageController {
  constructor(
    private readonly rows: StudiesToReadQuery,
    private readonly objects: ObjectStore,
  ) {}

  @Get(':examId')
  @Allow('see-reading-list')
  async show(@Param('examId', ParseUUIDPipe) examId: string, @Asked() { by }: Context) {
    const found = await this.rows.one(examId, by.facilitiesFor('see-reading-list'));
    if (!found) return refuse(studies.UNKNOWN);
    return studyPage(found.row, { patient: found.patient, names: found.names, ...(await this.stored(found.row)), ...(await this.typed(found.row)) });
  }

  private async stored({ exam, assessment, review }: StudyRow) {
    const read = <T>(key: string | undefined, schema: z.ZodType<T>) => (key ? this.objects.getJson(key, schema) : undefined);
    const [details, judged, reviewed] = await Promise.all([
      read(exam?.details.key, scheduling.examDetails),
      read(assessment?.assessment.key, storedAssessment),
      read(review?.content.key, reading.reviewContent),
    ]);
    return { details, assessment: judged, review: reviewed && { quality: reviewed.quality, excluded: reviewed.excluded, settled: reviewed.settled, comment: reviewed.comment } };
  }

  /** Why values were typed, and what the readers say of what they withheld. */
  private async typed({ scan, typed }: StudyRow) {
    const readers = scan && scan.problems.length > 0 ? await this.objects.getJson(scan.readerOutput.key, readersSay) : undefined;
    const reasons = await Promise.all([...new Set(typed.map(({ reason }) => reason.key))].map(async (key) => [key, (await this.objects.getJson(key, typedReason)).words] as const));
    return { reasons: new Map(reasons), readers };
  }
}

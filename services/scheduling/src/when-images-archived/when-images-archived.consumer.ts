import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { exams } from '../exam/exam.aggregate.js';
import { progressExam } from '../exam/progress-exam.js';
import { sourceOf } from '../exam/source.js';

/** The PACS has every image of an exam. */
@Controller()
export class WhenImagesArchived {
  @EventPattern<string>(modalityGateway.ImagesArchived.type)
  hear(@Payload() heard: modalityGateway.ImagesArchivedV1, @Ctx() { unit, from }: Hearing) {
    const progress = { step: 'images-archived', at: from.at, by: 'modality-gateway', detail: heard.archiveId, source: sourceOf(from) } as const;
    return unit.decide(exams, heard.examId, (exam, context) => progressExam(exam, progress, context));
  }
}

import { reading, scheduling } from '@osteon/contracts';
import { testEveryConsumer, type ExamplePatch } from '@osteon/platform/testing';
import type { TestService } from '@osteon/platform/testing';
import { AppModule } from './app.module.js';
import { details, review } from './testing/documents.story.js';

/** What a draft is made of lies in the object store. */
const prepare = async ({ objects }: TestService): Promise<ExamplePatch> => ({
  [scheduling.ExamScheduled.type]: { details: await objects.putJson('scheduling', scheduling.examDetails, details) },
  [reading.ScanReviewed.type]: { content: await objects.putJson('reading', reading.reviewContent, review) },
});

describe('every consumer of reporting', () => testEveryConsumer(AppModule, { prepare, first: [scheduling.Patient.type, scheduling.Site.type] }));

import { exampleExamId, testEveryConsumer, type ExamplePatch, type TestService } from '@osteon/platform/testing';
import { msFrank, msNovak } from '@osteon/testing';
import { AppModule } from './app.module.js';
import type { ExamEntry } from './schedule-exam/exam-entry.js';
import { north } from './site/north.story.js';

const entry: ExamEntry = {
  facilityId: 'NORTH',
  patient: { identifier: { value: '483920' }, name: { family: 'Okafor', given: 'Grace' }, birthDate: '1958-11-20', sex: 'female' },
  scheduledAt: '2026-03-02T08:15:00Z',
  procedure: { code: 'DXASH', meaning: 'DXA spine and hip', scheme: 'NORTH-RIS' },
  priority: 'routine',
};

/** What the others tell of is an exam that was entered here. */
const prepare = async (service: TestService, n: number): Promise<ExamplePatch> => {
  await service.ask({ by: msNovak, method: 'PUT', path: '/sites/NORTH', body: north });
  await service.ask({ by: msFrank, method: 'PUT', path: `/exams/${exampleExamId(n)}`, body: { ...entry, accessionNumber: `A${n}` } });
  return {};
};

describe('every consumer of scheduling', () => testEveryConsumer(AppModule, { options: { environment: { OSTEON_MLLP_PORT: '0' } }, prepare }));

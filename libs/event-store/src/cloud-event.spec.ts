import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudEventHeaders } from './cloud-event.js';

const described = JSON.parse(readFileSync(join(__dirname, '../../../docs/reference/asyncapi.json'), 'utf8')).components.schemas.CloudEventHeaders;

const said = {
  eventId: '0190a000-0000-7000-8000-000000000003',
  service: 'scheduling',
  type: 'osteon.scheduling.ExamScheduled.v1',
  at: '2026-03-02T07:30:00.000Z',
  subject: 'exam-0190a000-0000-7000-8000-0000000000a1',
  facilityId: 'NORTH',
  correlationId: 'the-morning-of-exam-a1',
};

it('has the headers that the AsyncAPI document promises, and no other', () => {
  const all = cloudEventHeaders({ ...said, causationId: '0190a000-0000-7000-8000-000000000002', version: 1 });
  expect(Object.keys(all).toSorted()).toEqual(Object.keys(described.properties).toSorted());
  expect(Object.keys(cloudEventHeaders(said))).toEqual(expect.arrayContaining(described.required));
});

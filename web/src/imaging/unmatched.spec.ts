import type { Acquisition } from './acquisitions.api.js';
import { contentInWords, matchInWords, whyInWords } from './unmatched.js';

const study: Acquisition = {
  acquisitionId: '0190a000-0000-7000-8000-0000000000b1',
  facilityId: 'north',
  studyInstanceUID: '1.2.826.0.1.3680043.10.999.101',
  deviceId: 'idxa-1',
  match: 'ambiguous',
  why: ['BIRTH_DATE_DIFFERS', 'NEW_REASON'],
  candidates: [],
  state: 'complete',
  receivedAt: '2026-05-04T08:20:00.000Z',
  archives: [],
  version: 2,
  instances: [
    { sopInstanceUID: '1.1', kind: 'image', site: 'lumbar-spine' },
    { sopInstanceUID: '1.2', kind: 'results' },
  ],
};

describe('a study without an exam', () => {
  it('says how it stands, why, and what it has', () => {
    expect([matchInWords(study), whyInWords(study), contentInWords(study)]).toEqual([
      'Ambiguous',
      'Birth date differs; New reason',
      '1 image, 1 other object',
    ]);
    expect(contentInWords({ ...study, instances: study.instances.slice(1) })).toBe('0 images, 1 other object');
  });
});

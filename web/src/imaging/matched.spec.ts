import type { Acquisition } from './acquisitions.api.js';
import { goingOf } from './matched.js';

const study: Pick<Acquisition, 'state' | 'archives'> = { state: 'complete', archives: [] };

describe('a study that was matched', () => {
  it('says how far it has gone', () => {
    expect(goingOf({ ...study, state: 'receiving' })).toEqual([{ words: 'Waiting for the rest of the study', tone: 'plain' }]);
    expect(goingOf({ ...study, archives: [{ archiveId: 'pacs', state: 'pending' }] }).at(-1)).toEqual({ words: 'On its way to pacs', tone: 'plain' });
    expect(goingOf({ ...study, archives: [{ archiveId: 'pacs', state: 'archived' }] })).toEqual([
      { words: 'Complete: on the reading list', tone: 'good' },
      { words: 'Archived in pacs', tone: 'good' },
    ]);
    expect(goingOf({ ...study, archives: [{ archiveId: 'pacs', state: 'refused' }] }).at(-1)?.tone).toBe('bad');
  });
});

import type { Tone } from '../shell/mark.view.js';
import type { Acquisition } from './acquisitions.api.js';

/** How far a study has gone since it met its exam. */
export interface Going {
  readonly words: string;
  readonly tone: Tone;
}

const archived = { pending: 'On its way to', archived: 'Archived in', refused: 'Refused by' } as const;
const tones = { pending: 'plain', archived: 'good', refused: 'bad' } as const;

/** Complete, then archive by archive; an archive that nothing was sent to yet is not named. */
export const goingOf = ({ state, archives }: Pick<Acquisition, 'state' | 'archives'>): Going[] => [
  state === 'complete' ? { words: 'Complete: on the reading list', tone: 'good' } : { words: 'Waiting for the rest of the study', tone: 'plain' },
  ...archives.map((archive) => ({ words: `${archived[archive.state]} ${archive.archiveId}`, tone: tones[archive.state] })),
];

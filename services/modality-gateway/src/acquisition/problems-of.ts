import type { modalityGateway } from '@osteon/contracts';
import type { Match } from '../match-study/match-study.js';
import type { MeasurementsRead } from './acquisition.events.js';
import type { KeptInstance } from './acquisition.js';

/** What should be looked at in a study, by code; the details lie in the readers' output. */
export type StudyProblem = modalityGateway.ScanReceivedV1['problems'][number];

interface Judged {
  readonly match: Match;
  readonly instances: readonly KeptInstance[];
  readonly measurements?: MeasurementsRead['data'] | null;
}

/** What the readers found, and what filing found: a second study of one exam, other bytes under a known SOP Instance UID. */
export const problemsOf = ({ match, instances, measurements }: Judged): StudyProblem[] => [
  ...(measurements?.problems ?? []),
  ...(match.state === 'matched' && match.second ? [{ code: 'SECOND_STUDY' }] : []),
  ...instances.flatMap(({ conflicting, hidden, sopInstanceUID }) => (conflicting && !hidden ? [{ code: 'CONFLICTING_VERSION', sopInstanceUID }] : [])),
];

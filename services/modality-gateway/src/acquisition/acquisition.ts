import type { Match } from '../match-study/match-study.js';
import type {
  AcquisitionEvent,
  CompleteBy,
  FiledInstance,
  ForwardingAttempted,
  IdentityCorrected,
  InstancesForwarded,
  InstancesHidden,
  MeasurementsRead,
} from './acquisition.events.js';

/** How far one archive has got: what it answered success or a final refusal to, and whether a sending is under way. */
export interface Forwarding {
  readonly attempts: number;
  readonly underWay: boolean;
  readonly delivered: readonly string[];
  readonly refused: readonly string[];
  readonly archived: boolean;
}

/** An object of a study; hidden where it came under the wrong worklist entry. */
export type KeptInstance = FiledInstance & { readonly hidden?: true };

interface Study {
  readonly acquisitionId: string;
  readonly facilityId: string;
  readonly studyInstanceUID: string;
  readonly deviceId: string;
  /** The exam under which it publishes, decided at birth and never changed: its order on Kafka rests on it. */
  readonly bornUnder: string;
  readonly match: Match;
  readonly instances: readonly KeptInstance[];
  readonly completeBy?: CompleteBy;
  readonly measurements?: MeasurementsRead['data'];
  /** How often the numbers were looked for. */
  readonly readings: number;
  readonly forwarding: Readonly<Record<string, Forwarding>>;
  /** Under which identity copies go out; absent while the objects go as they are. */
  readonly correction?: IdentityCorrected['data'];
}

/** One study as it came from a densitometer. */
export type Acquisition = { readonly status: 'none' } | ({ readonly status: 'begun' } & Study);
export type BegunAcquisition = Extract<Acquisition, { status: 'begun' }>;

export const noForwarding: Forwarding = { attempts: 0, underWay: false, delivered: [], refused: [], archived: false };

const byOutcome = (outcomes: InstancesForwarded['data']['outcomes'], wanted: 'delivered' | 'refused'): string[] =>
  outcomes.filter(({ outcome }) => outcome === wanted).map(({ sopInstanceUID }) => sopInstanceUID);

const attempted = (was: Forwarding, { attempt }: ForwardingAttempted['data']): Forwarding => ({ ...was, attempts: attempt, underWay: true });

const answered = (was: Forwarding, { outcomes }: InstancesForwarded['data']): Forwarding => ({
  ...was,
  underWay: false,
  delivered: [...was.delivered, ...byOutcome(outcomes, 'delivered')],
  refused: [...was.refused, ...byOutcome(outcomes, 'refused')],
});

const forward = (study: BegunAcquisition, archiveId: string, change: (was: Forwarding) => Forwarding): BegunAcquisition => ({
  ...study,
  forwarding: { ...study.forwarding, [archiveId]: change(study.forwarding[archiveId] ?? noForwarding) },
});

/** What counts of a study: not the conflicting versions, and nothing of a wrong worklist entry; both are only kept. */
export const countedInstances = ({ instances }: Pick<BegunAcquisition, 'instances'>): FiledInstance[] =>
  instances.filter(({ conflicting, hidden }) => !conflicting && !hidden);

/** The numbers are looked for again in what is left, and sent again; a study of which nothing is left has yet to become complete. */
const hide = (study: BegunAcquisition, { sopInstanceUIDs }: InstancesHidden['data']): BegunAcquisition => {
  const instances = study.instances.map((instance) => (sopInstanceUIDs.includes(instance.sopInstanceUID) ? { ...instance, hidden: true as const } : instance));
  const completeBy = countedInstances({ instances }).length > 0 ? study.completeBy : undefined;
  return { ...study, instances, completeBy, measurements: undefined, forwarding: {} };
};

const evolveBegun = (study: BegunAcquisition, event: AcquisitionEvent): Acquisition => {
  switch (event.type) {
    case 'AcquisitionBegun':
      return study;
    case 'InstancesFiled':
      return { ...study, instances: [...study.instances, ...event.data.instances] };
    case 'InstancesHidden':
      return hide(study, event.data);
    case 'StudyMatchedAgain':
      return { ...study, match: event.data.match };
    case 'AcquisitionCompleted':
      return { ...study, completeBy: event.data.completeBy };
    case 'MeasurementsRead':
      return { ...study, measurements: event.data, readings: study.readings + 1 };
    case 'ForwardingAttempted':
      return forward(study, event.data.archiveId, (was) => attempted(was, event.data));
    case 'InstancesForwarded':
      return forward(study, event.data.archiveId, (was) => answered(was, event.data));
    case 'IdentityCorrected':
      return { ...study, correction: event.data };
    case 'StudyArchived':
      return forward(study, event.data.archiveId, (was) => ({ ...was, archived: true }));
  }
};

/** How a study's state follows from its facts. */
export const evolveAcquisition = (acquisition: Acquisition, event: AcquisitionEvent): Acquisition => {
  if (acquisition.status === 'begun') return evolveBegun(acquisition, event);
  if (event.type !== 'AcquisitionBegun') return acquisition;
  const { match, acquisitionId } = event.data;
  const bornUnder = match.state === 'matched' ? match.examId : acquisitionId;
  return { status: 'begun', ...event.data, bornUnder, instances: [], readings: 0, forwarding: {} };
};

/** The exam of a study that is complete and read; undefined while one of these is missing. */
export const scannedExam = (acquisition: Acquisition): string | undefined =>
  acquisition.status === 'begun' && acquisition.match.state === 'matched' && acquisition.measurements ? acquisition.match.examId : undefined;

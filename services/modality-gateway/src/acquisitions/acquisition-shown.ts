import { hexadecimal } from '@osteon/dicom';
import { countedInstances, type KeptInstance } from '../acquisition/acquisition.js';
import { problemsOf } from '../acquisition/problems-of.js';
import type { MeasurementsRead } from '../acquisition/acquisition.events.js';
import type { CommitmentProgress } from '../commitment/commitment-progress.js';
import type { Match } from '../match-study/match-study.js';
import type { StepProgress } from '../procedure-step/step-progress.js';
import type { ReceivedHeader } from '../receive-instance/received-header.js';

/** One row of the list of studies. */
export interface AcquisitionRow {
  readonly acquisitionId: string;
  readonly facilityId: string;
  readonly studyInstanceUID: string;
  readonly deviceId: string;
  readonly match: Match;
  readonly instances: readonly KeptInstance[];
  readonly receivedAt: Date;
  readonly completeBy: string | null;
  readonly completedAt: Date | null;
  readonly measurements: MeasurementsRead['data'] | null;
  readonly version: number;
}

/** How far one archive has got: objects that it took and refused, and when it first had the whole study. */
export interface ArchiveProgress {
  readonly archiveId: string;
  readonly delivered: number;
  readonly refused: number;
  readonly archivedAt: Date | null;
}

const met = (match: Match) =>
  match.state === 'matched'
    ? { match: match.state, examId: match.examId, matchedBy: match.by, why: [], candidates: [] }
    : { match: match.state, why: match.why, candidates: match.candidates };

const read = (measurements: MeasurementsRead['data'] | null) =>
  measurements ? { performedOn: measurements.performedOn, scanner: measurements.scanner } : {};

const written = ({ patientId, patientName, birthDate, sex, accessionNumber }: ReceivedHeader) => ({
  accessionNumber,
  header: { patientId, patientName, birthDate, sex },
});

/** Late objects make an archived study pending again. */
const archived = ({ archiveId, delivered, refused, archivedAt }: ArchiveProgress, objects: number) => ({
  archiveId,
  state: refused > 0 ? 'refused' : archivedAt && delivered >= objects ? 'archived' : 'pending',
  at: archivedAt?.toISOString(),
});

/** What came under the wrong worklist entry is not: it shows somebody else. */
const isShown = ({ hidden }: KeptInstance): boolean => !hidden;

/** What the device asked to be kept safe, and whether it knows that it is. */
const asked = ({ commitmentId, transactionUID, state, sopInstanceUIDs, failed, attempts, why, askedAt, endedAt }: CommitmentProgress) => ({
  commitmentId,
  transactionUID,
  state,
  objects: sopInstanceUIDs.length,
  failed: failed.map(({ SOPInstanceUID, reason }) => ({ sopInstanceUID: SOPInstanceUID, reason: hexadecimal(reason) })),
  attempts,
  why: why ?? undefined,
  askedAt: askedAt.toISOString(),
  endedAt: endedAt?.toISOString(),
});

const performed = ({ begunAt, endedAt, reason, ...step }: StepProgress) => ({
  ...step,
  reason: reason ?? undefined,
  begunAt: begunAt.toISOString(),
  endedAt: endedAt?.toISOString(),
});

/** What is known of a study beside its row. */
export interface Around {
  readonly header?: ReceivedHeader;
  readonly steps: readonly StepProgress[];
  readonly archives: readonly ArchiveProgress[];
  readonly commitments: readonly CommitmentProgress[];
}

/** A study as people see it, with what the device wrote of the patient. */
export const acquisitionShown = (row: AcquisitionRow, { header, steps, archives, commitments }: Around) => ({
  acquisitionId: row.acquisitionId,
  facilityId: row.facilityId,
  studyInstanceUID: row.studyInstanceUID,
  deviceId: row.deviceId,
  ...met(row.match),
  state: row.completeBy ? 'complete' : 'receiving',
  completeBy: row.completeBy ?? undefined,
  receivedAt: row.receivedAt.toISOString(),
  completedAt: row.completedAt?.toISOString(),
  ...read(row.measurements),
  problems: problemsOf(row),
  ...(header && written(header)),
  instances: row.instances.filter(isShown).map(({ sopInstanceUID, kind, site, side, conflicting }) => ({ sopInstanceUID, kind, site, side, conflicting })),
  steps: steps.map(performed),
  hidden: row.instances.length - row.instances.filter(isShown).length,
  archives: archives.map((each) => archived(each, countedInstances(row).length)),
  commitments: commitments.map(asked),
  version: row.version,
});

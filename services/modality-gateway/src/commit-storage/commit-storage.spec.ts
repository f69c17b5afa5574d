import { FailureReason, SOPClass, type Reference } from '@osteon/dicom';
import { at, context, given, msFrank, NORTH } from '@osteon/testing';
import { commitments } from '../commitment/commitment.aggregate.js';
import type { CommitmentAsked, CommitmentDecided, CommitmentEvent, ReportAttempted, ReportedOver } from '../commitment/commitment.events.js';
import { clashIdOf, commitmentIdOf, isSameRequest } from '../commitment/commitment-id.js';
import type { Commitment } from '../commitment/commitment.js';
import { askCommitment, type Request } from './ask-commitment.js';
import { commitmentRefusals } from './commitment.refusals.js';
import { decideCommitment, mayWait } from './decide-commitment.js';
import { judgeObjects, type KeptObject, type ReadBack } from './judge-objects.js';
import { outcomeOfReport } from './outcome-of-report.js';
import { beginReport, recordReport, type Heard } from './report-commitment.js';
import { after } from './report-pause.js';

const reference = (SOPInstanceUID: string, SOPClassUID: string = SOPClass.ComputedRadiographyImageStorage): Reference => ({ SOPClassUID, SOPInstanceUID });
const [spine, hip] = [reference('1.2.3.1'), reference('1.2.3.2')];
const kept = ({ SOPInstanceUID, SOPClassUID }: Reference, digit: string): KeptObject => ({
  sopInstanceUID: SOPInstanceUID,
  sopClassUID: SOPClassUID,
  key: `modality-gateway/${digit.repeat(64)}`,
});
const [spineHere, hipHere] = [kept(spine, '1'), kept(hip, '2')];
const read = (...found: readonly (readonly [KeptObject, ReadBack])[]) => new Map(found.map(([{ key }, how]) => [key, how]));

const transaction = { facilityId: NORTH, deviceId: 'idxa-1', transactionUID: '1.2.3.9' };
const request: Request = { commitmentId: commitmentIdOf(transaction), ...transaction, callingAETitle: 'IDXA1', references: [spine, hip] };
const hour = 60 * 60_000;
const now = context(msFrank, { at: at.scanned });
const later = (ms: number) => context(msFrank, { at: after(at.scanned, ms) });
const times = { until: after(at.scanned, 72 * hour), dueAt: after(at.scanned, 5_000) };
const asked: CommitmentAsked = { type: 'CommitmentAsked', data: { ...request, ...times } };
const decided: CommitmentDecided = { type: 'CommitmentDecided', data: { committed: [spine, hip], failed: [] } };
const attempted = (attempt: number, over: ReportedOver = 'new-association', pauseMs = 5_000): ReportAttempted => ({
  type: 'ReportAttempted',
  data: { attempt, over, dueAt: after(at.scanned, pauseMs) },
});
const failed = (attempt: number, over: ReportedOver, pauseMs: number): CommitmentEvent => ({
  type: 'ReportFailed',
  data: { attempt, over, why: 'ASSOCIATION_LOST', dueAt: after(at.scanned, pauseMs) },
});
const reported = (attempt: number): CommitmentEvent => ({ type: 'CommitmentReported', data: { attempt } });
const again = { type: 'CommitmentAskedAgain', data: { callingAETitle: 'IDXA1', ...times } } as const;

describe('a request for storage commitment', () => {
  const ask = (changed: Partial<Request> = {}) => (commitment: Commitment, asking: Parameters<typeof askCommitment>[2]) => askCommitment(commitment, { ...request, ...changed }, asking);

  it('is kept, with the time in which its answer is due', () => {
    given(commitments).when(ask(), now).then(asked);
  });

  it('that is asked again is answered again', () => {
    given(commitments, asked, decided, attempted(1), reported(1)).when(ask(), now).then(again);
  });

  it.each([
    ['no transaction', { transactionUID: '' }],
    ['no UID as transaction', { transactionUID: 'exam A1' }],
    ['a UID that is too long', { transactionUID: `1.${'2'.repeat(63)}` }],
    ['no object', { references: [] }],
    ['an object without a UID', { references: [reference('')] }],
  ])('that names %s is refused at once', (_, changed) => {
    given(commitments).when(ask(changed), now).thenRefused(commitmentRefusals.REQUEST_NOT_WHOLE);
  });

  it('is the same in whatever order it names its objects, of one device of one facility', () => {
    expect(isSameRequest([spine, hip], [hip, spine, hip])).toBe(true);
    expect(isSameRequest([spine, hip], [spine])).toBe(false);
    expect(isSameRequest([spine], [reference(spine.SOPInstanceUID, SOPClass.EnhancedSRStorage)])).toBe(false);
    const ids = [transaction, { ...transaction, deviceId: 'prodigy' }, { ...transaction, facilityId: 'SOUTH' }, { ...transaction, transactionUID: '1.2.3.10' }].map(commitmentIdOf);
    expect(new Set([...ids, clashIdOf(transaction, [spine]), clashIdOf(transaction, [hip])]).size).toBe(6);
    expect(clashIdOf(transaction, [spine, hip])).toBe(clashIdOf(transaction, [hip, spine]));
  });
});

describe('an object is', () => {
  it('committed where it is here and was read back', () => {
    expect(judgeObjects([spine, hip], [spineHere, hipHere], read([spineHere, 'intact'], [hipHere, 'intact']))).toEqual({ committed: [spine, hip], failed: [] });
  });

  it.each([
    ['that nobody has sent (0112)', FailureReason.NoSuchObjectInstance, [], []],
    ['that was sent under another class (0119)', FailureReason.ClassInstanceConflict, [{ ...spineHere, sopClassUID: SOPClass.EnhancedSRStorage }], [[spineHere, 'intact']]],
    ['of which there is a conflicting version (0110)', FailureReason.ProcessingFailure, [spineHere, kept(spine, '9')], [[spineHere, 'intact'], [kept(spine, '9'), 'intact']]],
    ['whose bytes have changed or are gone (0110)', FailureReason.ProcessingFailure, [spineHere], [[spineHere, 'broken']]],
    ['that cannot be read (0213)', FailureReason.ResourceLimitation, [spineHere], [[spineHere, 'unreadable']]],
    ['that was not read back (0213)', FailureReason.ResourceLimitation, [spineHere], []],
  ] as const)('not committed %s', (_, reason, here, found) => {
    expect(judgeObjects([spine], here, read(...found))).toEqual({ committed: [], failed: [{ ...spine, reason }] });
  });

  it('not committed where nothing of its class is stored here (0122)', () => {
    const printed = reference('1.2.3.5', '1.2.840.10008.5.1.1.1');
    expect(judgeObjects([printed], [], read())).toEqual({ committed: [], failed: [{ ...printed, reason: FailureReason.ReferencedSOPClassNotSupported }] });
  });

  it('judged for itself', () => {
    expect(judgeObjects([spine, hip], [hipHere], read([hipHere, 'intact']))).toEqual({ committed: [hip], failed: [{ ...spine, reason: 0x0112 }] });
  });
});

describe('a result', () => {
  const decide = (commitment: Commitment) => decideCommitment(commitment, { kept: [spineHere, hipHere], readBack: read([spineHere, 'intact'], [hipHere, 'intact']) });

  it('is decided once', () => {
    given(commitments, asked).when(decide).then(decided);
    given(commitments, asked, decided).when(decide).thenNothing();
    given(commitments, asked, decided, again).when(decide).thenNothing();
    given(commitments).when(decide).thenNothing();
  });

  it('commits nothing under a Transaction UID that is in use (0131)', () => {
    const clash: CommitmentAsked = { ...asked, data: { ...asked.data, references: [spine], clashes: true } };
    given(commitments, clash).when(decide).then({ type: 'CommitmentDecided', data: { committed: [], failed: [{ ...spine, reason: 0x0131 }] } });
  });

  it('waits an hour for a store that cannot be read', () => {
    const commitment = commitments.evolve(commitments.initial, asked);
    if (commitment.status === 'none') throw new Error('nothing was asked');
    expect(mayWait(commitment, after(at.scanned, hour - 1))).toBe(true);
    expect(mayWait(commitment, after(at.scanned, hour))).toBe(false);
  });
});

describe('the report of a result', () => {
  const begin = (over: ReportedOver) => (commitment: Commitment, asking: Parameters<typeof beginReport>[2]) => beginReport(commitment, over, asking);
  const record =
    (attempt: number, over: ReportedOver, outcome: Heard = { heard: false, why: 'ASSOCIATION_LOST' }) =>
    (commitment: Commitment, asking: Parameters<typeof beginReport>[2]) =>
      recordReport(commitment, { attempt, over }, outcome, asking);

  it('is recorded before it is said', () => {
    given(commitments, asked, decided).when(begin('its-association'), now).then(attempted(1, 'its-association'));
    given(commitments, asked, decided).when(begin('new-association'), now).then(attempted(1));
    given(commitments, asked).when(begin('new-association'), now).thenNothing();
  });

  it('goes over the association of the request once, and not after we have opened one', () => {
    given(commitments, asked, decided, attempted(1)).when(begin('its-association'), now).thenNothing();
    given(commitments, asked, decided, attempted(1), again).when(begin('its-association'), now).then(attempted(2, 'its-association'));
  });

  it('that was lost on that association goes over a new one at once', () => {
    given(commitments, asked, decided, attempted(1, 'its-association')).when(record(1, 'its-association'), now).then(failed(1, 'its-association', 0));
  });

  it('that was not heard is said again after a pause that grows, and begins anew when it is asked for again', () => {
    const lost = [asked, decided, attempted(1), failed(1, 'new-association', 5_000), attempted(2)];
    given(commitments, asked, decided, attempted(1)).when(record(1, 'new-association'), now).then(failed(1, 'new-association', 5_000));
    given(commitments, ...lost).when(record(2, 'new-association'), now).then(failed(2, 'new-association', 10_000));
    given(commitments, ...lost, again, attempted(3)).when(record(3, 'new-association'), now).then(failed(3, 'new-association', 5_000));
    const many = Array.from({ length: 30 }, (_, n) => failed(n + 1, 'new-association', 0));
    given(commitments, asked, decided, ...many).when(begin('new-association'), now).then(attempted(1, 'new-association', hour));
  });

  it('is over once the device has heard it', () => {
    given(commitments, asked, decided, attempted(1)).when(record(1, 'new-association', { heard: true }), now).then(reported(1));
    given(commitments, asked, decided, attempted(1), reported(1)).when(begin('new-association'), now).thenNothing();
    given(commitments, asked, decided, attempted(1), reported(1)).when(record(1, 'new-association'), now).thenNothing();
  });

  it('that was heard before the device asked again does not answer that', () => {
    given(commitments, asked, decided, attempted(1), again).when(record(1, 'new-association', { heard: true }), now).thenNothing();
  });

  it('is given up after 72 hours', () => {
    given(commitments, asked, decided, attempted(1)).when(begin('new-association'), later(72 * hour - 1)).then({
      type: 'ReportAttempted',
      data: { attempt: 2, over: 'new-association', dueAt: after(at.scanned, 72 * hour - 1 + 5_000) },
    });
    const givenUp: CommitmentEvent = { type: 'ReportGivenUp', data: { attempts: 1 } };
    given(commitments, asked, decided, attempted(1)).when(begin('new-association'), later(72 * hour)).then(givenUp);
    given(commitments, asked, decided, attempted(1), givenUp).when(begin('new-association'), later(72 * hour)).thenNothing();
    given(commitments, asked, decided, attempted(1), givenUp, again).when(begin('new-association'), now).then(attempted(2));
  });

  it('is heard where the device answers with success or a warning', () => {
    expect([0x0000, 0xb000].map(outcomeOfReport)).toEqual([{ heard: true }, { heard: true }]);
    expect(outcomeOfReport(0x0110)).toEqual({ heard: false, why: 'REFUSED', status: '0110' });
  });
});

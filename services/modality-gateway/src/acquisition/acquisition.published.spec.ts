import { modalityGateway } from '@osteon/contracts';
import { fold, type Message, type Recorded } from '@osteon/event-store';
import { at, examA1, msOkafor, NORTH } from '@osteon/testing';
import {
  acquisitionId,
  ambiguous,
  archived,
  attempted,
  begun,
  begunAs,
  completed,
  femur,
  filed,
  forwarded,
  late,
  matched,
  measured,
  metAgain,
  object,
  otherSpine,
  outcome,
  spine,
  unmatched,
} from '../testing/exam-a1.story.js';
import { acquisitions } from './acquisition.aggregate.js';
import type { AcquisitionEvent } from './acquisition.events.js';
import { publishedAcquisitions } from './acquisition.published.js';

/** What the last of these facts says to the others. */
const said = (...events: AcquisitionEvent[]): Message | readonly Message[] | undefined => {
  const last = events.at(-1);
  const fact = { id: acquisitionId, at: at.scanned, event: last } as Recorded<never>;
  return last && publishedAcquisitions[last.type]?.(fact, fold(acquisitions, events));
};

const here = [filed(spine, femur), completed];
const stored = ({ sopInstanceUID, sopClassUID, seriesInstanceUID, kind, site, side, object: bytes }: typeof spine) => ({
  ...{ sopInstanceUID, sopClassUID, seriesInstanceUID, kind, site, object: bytes },
  ...(side ? { side } : {}),
});
const scan: modalityGateway.ScanReceivedV1 = {
  acquisitionId,
  examId: examA1.examId,
  facilityId: NORTH,
  patientId: msOkafor.patientId,
  studyInstanceUID: examA1.studyInstanceUID,
  completeBy: 'profile',
  matchedBy: 'study-instance-uid',
  deviceId: 'idxa-1',
  scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: '200123' },
  performedOn: '2026-03-02',
  scans: [{ site: 'lumbar-spine', regions: [{ region: 'L1-L4', bmd: 0.941, tScore: -2 }] }],
  problems: [],
  readerOutput: object('e'),
  instances: [stored(spine), stored(femur)],
};
const key = examA1.examId;
const of = (message: ReturnType<typeof said>): Message | undefined => (message && 'contract' in message ? message : undefined);

describe('the others hear', () => {
  it('that a scan was received, once its numbers were looked for', () => {
    expect(said(begun, ...here)).toBeUndefined();
    expect(said(begun, ...here, measured())).toEqual({ contract: modalityGateway.ScanReceived, key, data: scan });
    expect(modalityGateway.ScanReceived.schema.parse(scan)).toEqual(scan);
  });

  it('that a scan was received when it meets its exam after it was read', () => {
    const met = said(begunAs(unmatched), ...here, measured(), metAgain(matched));
    expect(met).toEqual({ contract: modalityGateway.ScanReceived, key, data: scan });
    expect(said(begunAs(unmatched), ...here, metAgain(matched))).toBeUndefined();
    expect(said(begunAs(unmatched), ...here, metAgain(matched), measured())).toEqual(met);
  });

  it('that a scan was extended, whole, each time it was read again', () => {
    const grown = [begun, ...here, measured(), filed(late), measured(3)];
    const message = of(said(...grown));
    expect(message).toMatchObject({ contract: modalityGateway.ScanExtended, key, data: { instances: [{}, {}, { sopInstanceUID: late.sopInstanceUID }] } });
    expect(modalityGateway.ScanExtended.schema.parse(message?.data)).toEqual(message?.data);
    expect(of(said(...grown, filed({ ...late, sopInstanceUID: '1.9' }), measured(4)))?.contract).toBe(modalityGateway.ScanExtended);
  });

  it('that a scan was received, not extended, when it was read twice before it met its exam', () => {
    const waiting = [begunAs(unmatched), ...here, measured(), filed(late), measured(3)];
    expect(of(said(...waiting, metAgain(matched)))?.contract).toBe(modalityGateway.ScanReceived);
    expect(of(said(...waiting, metAgain(matched), filed({ ...late, sopInstanceUID: '1.9' }), measured(4)))?.contract).toBe(modalityGateway.ScanExtended);
  });

  it('of a second study and of a conflicting version as problems, and never of the bytes that conflict', () => {
    const second = begunAs({ state: 'matched', examId: examA1.examId, patientId: msOkafor.patientId, by: 'accession-number', second: true });
    const message = of(said(second, ...here, filed({ ...otherSpine, conflicting: true }), measured()));
    expect(message).toMatchObject({
      data: {
        matchedBy: 'accession-number',
        instances: [{}, {}],
        problems: [{ code: 'SECOND_STUDY' }, { code: 'CONFLICTING_VERSION', sopInstanceUID: spine.sopInstanceUID }],
      },
    });
    expect(JSON.stringify(message)).not.toContain(otherSpine.object.key);
  });

  it.each([
    ['unmatched', unmatched, { candidates: [], why: ['NO_EXAM_NAMED'] }],
    ['ambiguous', ambiguous, { candidates: [examA1.examId], why: ['PATIENT_ID_DIFFERS'] }],
  ] as const)('that a scan is %s, under its own id', (state, match, reasons) => {
    const data = { acquisitionId, facilityId: NORTH, studyInstanceUID: examA1.studyInstanceUID, state, ...reasons };
    expect(said(begunAs(match), ...here, measured())).toEqual({ contract: modalityGateway.ScanUnmatched, data });
    expect(modalityGateway.ScanUnmatched.schema.parse(data)).toEqual(data);
    expect(acquisitions.keyOf?.(fold(acquisitions, [begunAs(match), metAgain(matched)]))).toBe(acquisitionId);
  });

  it('when another reason is found to ask a person', () => {
    expect(of(said(begunAs(unmatched), ...here, measured(), metAgain(ambiguous)))).toMatchObject({ contract: modalityGateway.ScanUnmatched, data: { state: 'ambiguous' } });
  });

  it('that its images are archived, under the exam', () => {
    const sent = [attempted(1, spine, femur), forwarded(1, outcome(spine, 'delivered'), outcome(femur, 'delivered'))];
    const data = { acquisitionId, examId: examA1.examId, facilityId: NORTH, archiveId: 'pacs', instances: 2 };
    expect(said(begun, ...here, ...sent, archived())).toEqual({ contract: modalityGateway.ImagesArchived, key, data });
    expect(said(begunAs(unmatched), ...here, metAgain(matched), ...sent, archived())).toEqual({ contract: modalityGateway.ImagesArchived, key, data });
    expect(modalityGateway.ImagesArchived.schema.parse(data)).toEqual(data);
  });

  it.each([
    ['the beginning', [begun]],
    ['objects', [begun, filed(spine)]],
    ['completeness', [begun, ...here]],
    ['an attempt to forward', [begun, ...here, attempted(1, spine)]],
    ['its outcome', [begun, ...here, attempted(1, spine), forwarded(1, outcome(spine, 'unsent'))]],
  ])('nothing of %s', (_, events) => {
    expect(said(...events)).toBeUndefined();
  });
});

describe('a study', () => {
  it('publishes under the exam that it had at birth', () => {
    expect(acquisitions.keyOf?.(fold(acquisitions, [begun]))).toBe(examA1.examId);
  });

  it('belongs to its facility, and to none before it began', () => {
    expect(acquisitions.facilityOf(fold(acquisitions, [begun]))).toBe(NORTH);
    expect(acquisitions.facilityOf(fold(acquisitions, []))).toBe('');
    expect(fold(acquisitions, [measured()])).toEqual({ status: 'none' });
  });
});

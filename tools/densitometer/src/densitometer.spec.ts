import { itemOf, itemsOf, listen, reportCommitment, SOPClass, Status, textOf, type AssociationServer, type CommitmentRequest, type CommitmentResult, type Keywords } from '@osteon/dicom';
import { densitometer, type Server } from './densitometer.js';
import type { StudyFile } from './make-study.js';
import { listenForResults, type ResultsListener } from './results-listener.js';

const item: Keywords = {
  SpecificCharacterSet: 'ISO_IR 192',
  PatientName: 'Okafor^Zoë',
  PatientID: '483920',
  PatientBirthDate: '19581120',
  PatientSex: 'F',
  AccessionNumber: 'A1',
  StudyInstanceUID: '1.2.3',
  RequestedProcedureID: 'RP1',
  ScheduledProcedureStepSequence: [{ ScheduledProcedureStepID: 'SPS1', Modality: 'BMD' }],
};
const at = { DA: '20260302', TM: '092000' };
const made = (name: string, SOPClassUID: string, n: number, series: number): StudyFile => ({
  ...{ name, SOPClassUID, SOPInstanceUID: `1.2.3.${n}`, SeriesInstanceUID: `1.2.3.9${series}` },
  bytes: Buffer.alloc(0),
});
const files = [made('IMG00000', SOPClass.ComputedRadiographyImageStorage, 1, 1), made('IMG00001', SOPClass.ComputedRadiographyImageStorage, 2, 1), made('STR00000', SOPClass.EnhancedSRStorage, 3, 2)];
const references = files.map(({ SOPClassUID, SOPInstanceUID }) => ({ SOPClassUID, SOPInstanceUID }));
const console1 = densitometer();

/** The other side: remembers what is said of steps, and hands requests for commitment on. */
const otherSide = async () => {
  const said: { readonly message: string; readonly SOPInstanceUID: string; readonly attributes: Keywords }[] = [];
  const mood = { status: Status.Success as number };
  const asked: CommitmentRequest<string>[] = [];
  let answer: (request: CommitmentRequest<string>) => void = () => undefined;
  const hear = (message: string) => ({ SOPInstanceUID, attributes }: { readonly SOPInstanceUID: string; readonly attributes: Keywords }) => {
    said.push({ message, SOPInstanceUID, attributes });
    return Promise.resolve({ status: mood.status });
  };
  const server: AssociationServer = await listen<string>({
    host: '127.0.0.1',
    port: 0,
    handlers: {
      associate: ({ callingAETitle }) => ({ accept: true, peer: callingAETitle }),
      createStep: hear('N-CREATE'),
      setStep: hear('N-SET'),
      commit: (request) => {
        asked.push(request);
        answer(request);
        return Promise.resolve({ status: mood.status });
      },
    },
  });
  return { said, mood, asked, server, answersBy: (by: typeof answer) => (answer = by) };
};

describe('a densitometer', () => {
  let other: Awaited<ReturnType<typeof otherSide>>;
  let server: Server;
  let results: ResultsListener | undefined;
  const resultOf = (transactionUID: string): CommitmentResult => ({ transactionUID, committed: references, failed: [] });

  beforeEach(async () => {
    other = await otherSide();
    server = { host: '127.0.0.1', port: other.server.port, calledAETitle: 'OSTEON' };
  });
  afterEach(async () => {
    await results?.close();
    results = undefined;
    await other.server.stop(0);
  });

  it('says that it begins, of the patient and the step that the worklist gave it', async () => {
    const step = await console1.begin(server, { worklistItem: item, at });
    const [begun] = other.said;
    expect(begun).toMatchObject({
      message: 'N-CREATE',
      SOPInstanceUID: step.SOPInstanceUID,
      attributes: { PerformedProcedureStepStatus: 'IN PROGRESS', PatientName: 'Okafor^Zoë', PatientID: '483920', PerformedStationAETitle: 'IDXA1', PerformedProcedureStepStartDate: '20260302', Modality: 'BMD' },
    });
    expect(itemOf(begun?.attributes ?? {}, 'ScheduledStepAttributesSequence')).toMatchObject({ StudyInstanceUID: '1.2.3', AccessionNumber: 'A1', RequestedProcedureID: 'RP1', ScheduledProcedureStepID: 'SPS1' });
    expect(await console1.begin(server, { worklistItem: item, at })).toEqual(step);
  });

  it('names a study of its own where there is no worklist', async () => {
    await console1.begin(server, { worklistItem: { PatientID: '1' }, at });
    const scheduled = itemOf(other.said[0]?.attributes ?? {}, 'ScheduledStepAttributesSequence') ?? {};
    expect(textOf(scheduled, 'StudyInstanceUID')).toMatch(/^2\.25\./);
    expect(textOf(scheduled, 'AccessionNumber')).toBeUndefined();
  });

  it('lists all that it has made when it has finished, series by series, images and others', async () => {
    await console1.complete(server, { SOPInstanceUID: '1.2.3.7' }, { files, at });
    const { message, SOPInstanceUID, attributes } = other.said[0] ?? { attributes: {} };
    expect({ message, SOPInstanceUID }).toEqual({ message: 'N-SET', SOPInstanceUID: '1.2.3.7' });
    expect(attributes).toMatchObject({ PerformedProcedureStepStatus: 'COMPLETED', PerformedProcedureStepEndDate: '20260302', PerformedProcedureStepEndTime: '092000' });
    const listed = (sequence: string) => itemsOf(attributes, 'PerformedSeriesSequence').map((series) => itemsOf(series, sequence).map((each) => textOf(each, 'ReferencedSOPInstanceUID')));
    expect(listed('ReferencedImageSequence')).toEqual([['1.2.3.1', '1.2.3.2'], []]);
    expect(listed('ReferencedNonImageCompositeSOPInstanceSequence')).toEqual([[], ['1.2.3.3']]);
  });

  it('says why it breaks off', async () => {
    for (const reason of ['WrongEntry', 'ForUnspecifiedReason'] as const) await console1.breakOff(server, { SOPInstanceUID: '1.2.3.7' }, { files: [], at, reason });
    const reasons = other.said.map(({ attributes }) => itemOf(attributes, 'PerformedProcedureStepDiscontinuationReasonCodeSequence'));
    expect(reasons).toMatchObject([{ CodeValue: '110514' }, { CodeValue: '110513' }]);
    expect(other.said.map(({ attributes }) => attributes['PerformedProcedureStepStatus'])).toEqual(['DISCONTINUED', 'DISCONTINUED']);
  });

  it('stops where what it says is not taken', async () => {
    other.mood.status = Status.DuplicateSOPInstance;
    await expect(console1.begin(server, { worklistItem: item, at })).rejects.toThrow('N-CREATE was answered 0111');
    await expect(console1.complete(server, { SOPInstanceUID: '1.2.3.7' }, { files, at })).rejects.toThrow('N-SET was answered 0111');
    await expect(console1.commit(server, files)).rejects.toThrow('N-ACTION was answered 0111');
  });

  it('hears on the association on which it has asked that its files are safe', async () => {
    other.answersBy((request) => void request.report(resultOf(request.transactionUID)));
    expect(await console1.commit(server, files, { transactionUID: '1.2.3.10' })).toEqual(resultOf('1.2.3.10'));
    expect(other.asked[0]?.references).toEqual(references);
  });

  it('hears it later on a port of its own, whether it waits already or not', async () => {
    results = await listenForResults({ AETitle: 'IDXA1', port: 0 });
    const back = { host: '127.0.0.1', port: results.port, calledAETitle: 'IDXA1', callingAETitle: 'OSTEON' };
    other.answersBy(({ transactionUID }) => void reportCommitment(back, resultOf(transactionUID)));
    expect(await console1.commit(server, files, { transactionUID: '1.2.3.11', stayMs: 0, results })).toEqual(resultOf('1.2.3.11'));
    expect(await results.result('1.2.3.11', 0)).toEqual(resultOf('1.2.3.11'));
    await expect(reportCommitment({ ...back, calledAETitle: 'PRODIGY' }, resultOf('1.2.3.12'))).rejects.toThrow('rejected');
  });

  it('does not take silence for an answer', async () => {
    results = await listenForResults({ AETitle: 'IDXA1', port: 0 });
    await expect(console1.commit(server, files, { transactionUID: '1.2.3.13', stayMs: 0 })).rejects.toThrow('no result of 1.2.3.13');
    await expect(console1.commit(server, files, { transactionUID: '1.2.3.14', stayMs: 0, results, withinMs: 1 })).rejects.toThrow('no result of 1.2.3.14');
  });
});

import { createStep, find, hexadecimal, newUID, requestCommitment, setStep, Status, store } from '@osteon/dicom';
import type { Answered, CommitmentResult, Keywords, Peer, StoreOutcome } from '@osteon/dicom';
import { northIDXA, type Device } from './device.js';
import { makeStudy, type StudyFile, type StudyOrder } from './make-study.js';
import { perform, type PerformedAt } from './performed.js';
import { stepBegun, stepCompleted, stepDiscontinued, type BreakOffReason } from './performed-step.js';
import type { ResultsListener } from './results-listener.js';

/** Where the densitometer finds its worklist and sends its studies. */
export type Server = Omit<Peer, 'callingAETitle'>;

/** What a console asks of the worklist: everything it shows or copies. */
const returnKeys: Keywords = {
  SpecificCharacterSet: 'ISO_IR 100',
  AccessionNumber: '',
  ReferringPhysicianName: '',
  PatientName: '',
  PatientID: '',
  IssuerOfPatientID: '',
  PatientBirthDate: '',
  PatientSex: '',
  PatientSize: '',
  PatientWeight: '',
  EthnicGroup: '',
  StudyInstanceUID: '',
  RequestedProcedureID: '',
  RequestedProcedureDescription: '',
};

const stepKeys: Keywords = {
  ScheduledStationAETitle: '',
  ScheduledProcedureStepStartDate: '',
  ScheduledProcedureStepStartTime: '',
  Modality: '',
  ScheduledPerformingPhysicianName: '',
  ScheduledProcedureStepDescription: '',
  ScheduledProcedureStepID: '',
};

/** A step that the console has begun and not ended. */
export interface BegunStep {
  readonly SOPInstanceUID: string;
}

/** The other side did not take what the console said of its step, or its request for commitment. */
export class NotTaken extends Error {
  readonly status: number;
  /** Beside the status, where one was given. */
  readonly errorID?: number;

  /** `SOPInstanceUID`: of the step that was spoken of. */
  constructor(
    what: string,
    { status, errorID }: { readonly status: number; readonly errorID?: number },
    readonly SOPInstanceUID?: string,
  ) {
    super(`${what} was answered ${hexadecimal(status)}`);
    this.name = 'NotTaken';
    this.status = status;
    this.errorID = errorID;
  }
}

/** How a console hears whether its objects are safe; times in milliseconds. */
export interface Hearing {
  /** So long it stays on the association on which it has asked; 5 s where it is absent. */
  readonly stayMs?: number;
  /** Where it hears what comes later. */
  readonly results?: ResultsListener;
  /** So long it waits for that; a minute where it is absent. */
  readonly withinMs?: number;
  /** One of its own where it is absent. */
  readonly transactionUID?: string;
}

export interface Densitometer {
  /** The items of a day (DA) for this station. */
  worklist(server: Server, asked: { readonly date: string }): Promise<Keywords[]>;
  /** MPPS N-CREATE: begins with the patient of an item. Rejects with NotTaken. */
  begin(server: Server, order: Omit<StudyOrder, 'device'>): Promise<BegunStep>;
  /** Scans the patient of an item. */
  scan(order: Omit<StudyOrder, 'device'>): readonly StudyFile[];
  /** Sends a study, image by image: an outcome for each. */
  send(server: Server, files: readonly StudyFile[]): Promise<StoreOutcome[]>;
  /** MPPS N-SET COMPLETED: lists all that was made. Rejects with NotTaken. */
  complete(server: Server, step: BegunStep, made: Made): Promise<void>;
  /** MPPS N-SET DISCONTINUED: takes the step back (WrongEntry), or breaks it off. Rejects with NotTaken. */
  breakOff(server: Server, step: BegunStep, made: Made & { readonly reason: BreakOffReason }): Promise<void>;
  /** Storage commitment: asks whether the files are safe, and waits for the result. Rejects with NotTaken, or when none comes. */
  commit(server: Server, files: readonly StudyFile[], hearing?: Hearing): Promise<CommitmentResult>;
}

/** What a step has made, and when it ended. */
export interface Made {
  readonly files: readonly StudyFile[];
  readonly at: PerformedAt;
}

const taken = async (what: string, SOPInstanceUID: string, answered: Promise<Answered>): Promise<void> => {
  const answer = await answered;
  if (answer.status !== Status.Success) throw new NotTaken(what, answer, SOPInstanceUID);
};

const commit = async (peer: Peer, files: readonly StudyFile[], hearing: Hearing): Promise<CommitmentResult> => {
  const { stayMs = 5_000, withinMs = 60_000, results, transactionUID = newUID() } = hearing;
  const references = files.map(({ SOPClassUID, SOPInstanceUID }) => ({ SOPClassUID, SOPInstanceUID }));
  const { status, result } = await requestCommitment(peer, { transactionUID, references }, stayMs);
  if (status !== Status.Success) throw new NotTaken('N-ACTION', { status });
  if (result) return result;
  if (!results) throw new Error(`no result of ${transactionUID} on its association`);
  return results.result(transactionUID, withinMs);
};

/** A densitometer with its network side, as a hospital has it. */
export const densitometer = (device: Device = northIDXA): Densitometer => {
  const peer = (server: Server): Peer => ({ ...server, callingAETitle: device.AETitle });
  const end = (server: Server, { SOPInstanceUID }: BegunStep, said: Keywords) => taken('N-SET', SOPInstanceUID, setStep(peer(server), SOPInstanceUID, said));
  return {
    worklist: (server, { date }) => {
      const step = { ...stepKeys, ScheduledStationAETitle: device.AETitle, ScheduledProcedureStepStartDate: date };
      return find(peer(server), { ...returnKeys, ScheduledProcedureStepSequence: [step] });
    },
    begin: async (server, { worklistItem, at }) => {
      const performed = perform(worklistItem, device, at);
      const SOPInstanceUID = performed.uid('step');
      await taken('N-CREATE', SOPInstanceUID, createStep(peer(server), SOPInstanceUID, stepBegun(performed)));
      return { SOPInstanceUID };
    },
    scan: (order) => makeStudy({ ...order, device }).files,
    send: (server, files) =>
      store(
        peer(server),
        files.map(({ bytes }) => bytes),
      ),
    complete: (server, step, { files, at }) => end(server, step, stepCompleted(files, at)),
    breakOff: (server, step, { files, at, reason }) => end(server, step, stepDiscontinued(files, at, reason)),
    commit: (server, files, hearing = {}) => commit(peer(server), files, hearing),
  };
};

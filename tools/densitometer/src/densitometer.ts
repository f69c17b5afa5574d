import { find, store, type Keywords, type Peer, type StoreOutcome } from '@osteon/dicom';
import { northIDXA, type Device } from './device.js';
import { makeStudy, type StudyFile, type StudyOrder } from './make-study.js';

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

export interface Densitometer {
  /** The items of a day (DA) for this station. */
  worklist(server: Server, asked: { readonly date: string }): Promise<Keywords[]>;
  /** Scans the patient of an item. */
  scan(order: Omit<StudyOrder, 'device'>): readonly StudyFile[];
  /** Sends a study, image by image: an outcome for each. */
  send(server: Server, files: readonly StudyFile[]): Promise<StoreOutcome[]>;
}

/** A densitometer with its network side, as a hospital has it. */
export const densitometer = (device: Device = northIDXA): Densitometer => {
  const peer = (server: Server): Peer => ({ ...server, callingAETitle: device.AETitle });
  return {
    worklist: (server, { date }) => {
      const step = { ...stepKeys, ScheduledStationAETitle: device.AETitle, ScheduledProcedureStepStartDate: date };
      return find(peer(server), { ...returnKeys, ScheduledProcedureStepSequence: [step] });
    },
    scan: (order) => makeStudy({ ...order, device }).files,
    send: (server, files) =>
      store(
        peer(server),
        files.map(({ bytes }) => bytes),
      ),
  };
};

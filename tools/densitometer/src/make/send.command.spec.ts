import { FailureReason, listen, readKeywords, Status, textOf, type AssociationServer, type Keywords } from '@osteon/dicom';
import { buffer } from 'node:stream/consumers';
import { sendCommand } from './send.command.js';

/** Drawing takes most of the time, and nothing here looks at the pixels. */
jest.mock('../drawing/pictures.js', () => ({ pictureOf: () => ({ width: 256, height: 256, pixels: new Uint8Array(65_536) }) }));

const items: readonly Keywords[] = ['A1', 'A2'].map((AccessionNumber, at) => ({
  SpecificCharacterSet: 'ISO_IR 100',
  PatientName: `Specimen^Ada${at}`,
  PatientID: `70100${at}`,
  PatientBirthDate: '19560302',
  PatientSex: 'F',
  AccessionNumber,
  StudyInstanceUID: `1.2.3.${at + 1}`,
  RequestedProcedureID: `RP${at}`,
  ScheduledProcedureStepSequence: [{ ScheduledProcedureStepID: `SPS${at}`, Modality: 'BMD' }],
}));

describe('send', () => {
  const steps: string[] = [];
  const stored: Keywords[] = [];
  let isSafe = true;
  let server: AssociationServer;

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    server = await listen<string>({
      host: '127.0.0.1',
      port: 0,
      handlers: {
        associate: ({ callingAETitle }) => ({ accept: true, peer: callingAETitle }),
        find: async function* () {
          for (const identifier of items) yield await Promise.resolve({ status: 0xff00, identifier });
        },
        createStep: ({ attributes }) => {
          steps.push(`begun ${textOf(attributes, 'PatientID')}`);
          return Promise.resolve({ status: Status.Success });
        },
        setStep: ({ attributes }) => {
          steps.push(String(textOf(attributes, 'PerformedProcedureStepStatus')));
          return Promise.resolve({ status: Status.Success });
        },
        store: async ({ file }) => {
          stored.push(readKeywords(await buffer(file), { until: 'PixelData' }));
          return Status.Success;
        },
        commit: (asked) => {
          const { transactionUID, references } = asked;
          const failed = references.map((reference) => ({ ...reference, reason: FailureReason.NoSuchObjectInstance }));
          void asked.report(
            isSafe ? { transactionUID, committed: references, failed: [] } : { transactionUID, committed: [], failed },
          );
          return Promise.resolve({ status: Status.Success });
        },
      },
    });
  });
  afterAll(() => server.stop(0));
  beforeEach(() => {
    steps.length = 0;
    stored.length = 0;
  });

  const to = (): string[] => ['--to', `127.0.0.1:${server.port}`];

  it('examines every item of the worklist: step, objects of its patient and study, end, commitment', async () => {
    expect(await sendCommand([...to(), '--worklist'])).toBe(true);
    expect(steps).toEqual(['begun 701000', 'COMPLETED', 'begun 701001', 'COMPLETED']);
    const ofFirst = stored.filter((object) => textOf(object, 'AccessionNumber') === 'A1');
    expect(ofFirst.length).toBeGreaterThan(3);
    for (const object of ofFirst)
      expect(object).toMatchObject({ PatientID: '701000', StudyInstanceUID: '1.2.3.1', Manufacturer: 'GE Healthcare' });
  });

  it('is another console where it is asked to be', async () => {
    expect(await sendCommand([...to(), '--worklist', '--aet', 'HORIZON1', '--accession', 'A2'])).toBe(true);
    expect(new Set(stored.map((object) => textOf(object, 'Manufacturer')))).toEqual(new Set(['HOLOGIC, Inc.']));
    expect(new Set(stored.map((object) => textOf(object, 'PatientID')))).toEqual(new Set(['701001']));
  });

  it('says when something is not safe', async () => {
    isSafe = false;
    expect(await sendCommand([...to(), '--worklist', '--aet', 'HORIZON1', '--accession', 'A2'])).toBe(false);
    isSafe = true;
  });

  it('refuses to guess', async () => {
    await expect(sendCommand(to())).rejects.toThrow('--worklist');
    await expect(sendCommand([...to(), '--worklist', '--aet', 'NOBODY'])).rejects.toThrow('NOBODY');
  });
});

import { readKeywords, textOf, type Keywords } from '@osteon/dicom';
import type { Dialect } from '../consoles/dialect.js';
import { faults, faultsOf, type Fault } from '../faults/fault.js';
import { exams, type Exam } from './exam.js';
import { makeExam, type MadeExam } from './make-exam.js';

/** Drawing takes most of the time, and nothing here looks at the pixels. */
jest.mock('../drawing/pictures.js', () => ({ pictureOf: () => ({ width: 256, height: 256, pixels: new Uint8Array(65_536) }) }));

const SEED = 7;
const grown = ({ person, day }: Exam): boolean => Number(day.slice(0, 4)) - Number(person.birthDate.slice(0, 4)) > 55;

const examIn = (dialect: Dialect, fits: (exam: Exam) => boolean = grown): Exam => {
  for (const exam of exams(SEED)) if (exam.console.dialect === dialect && fits(exam)) return exam;
  throw new Error('there is always another exam');
};

const headersOf = ({ files }: MadeExam): Keywords[] => files.map(({ bytes }) => readKeywords(bytes, { until: 'PixelData' }));
const valuesOf = (made: MadeExam, name: string): (string | undefined)[] => headersOf(made).map((header) => textOf(header, name));

describe('an exam with its truth', () => {
  it('is the same bytes for the same exam', async () => {
    const exam = examIn('hologic-0019');
    const [once, again] = [await makeExam(exam), await makeExam(exam)];
    expect(again.truth).toEqual(once.truth);
    expect(once.files.every(({ bytes }, at) => again.files[at]?.bytes.equals(bytes))).toBe(true);
  });

  it('says in its GE report and its XML what its truth says, in the manner of its country', async () => {
    const made = await makeExam(examIn('ge-sr', ({ console, person }) => console.decimal === ',' && person.sex === 'female'));
    const neck = made.truth.scans.find(({ side }) => side === 'left')?.regions.find(({ region }) => region === 'femoral-neck');
    const [, left] = headersOf(made);
    const comma = String(neck?.bmd?.toFixed(3)).replace('.', ',');
    expect(textOf(left ?? {}, 'ImageComments')).toContain(
      `<ROI region="Neck Left" id="0"><BMD units=" g/cm2" id="3">${comma}</BMD>`,
    );
    expect(textOf(left ?? {}, 'ImageComments')).toMatch(/>\d\d\.\d\d\.\d{4}<\/EXAM_DATE>/);
  });

  it('keeps only trends in the older dialect, the present exam last', async () => {
    const made = await makeExam(examIn('ge-xml-older', ({ earlier }) => earlier.length > 1));
    const xml = textOf(headersOf(made)[0] ?? {}, 'ImageComments') ?? '';
    const points = made.truth.deviceTrends[0]?.points ?? [];
    const densities = [...xml.matchAll(/<BMD>(\d[.,]\d+)<\/BMD>/g)]
      .map(([, text]) => Number(text?.replace(',', '.')))
      .slice(0, points.length);
    expect(densities).toEqual(points.map(({ bmd }) => bmd).toReversed());
    expect(
      made.truth.scans.flatMap(({ regions }) => regions).every(({ bmc, area }) => bmc === undefined && area === undefined),
    ).toBe(true);
  });

  it('writes mg/cm2 where the console does, and its truth is g/cm2', async () => {
    const made = await makeExam(examIn('ge-xml', ({ console }) => console.bmdUnit === 'mg/cm2'));
    const l1 = made.truth.scans[0]?.regions[0]?.bmd ?? 0;
    expect(valuesOf(made, 'ImageComments').at(-1)).toContain(`<BMD units=" mg/cm2" id="3">${(l1 * 1000).toFixed(0)}</BMD>`);
  });

  it('finds a Hologic table only by its header row, and a blank T in it', async () => {
    const made = await makeExam(examIn('hologic-0021', ({ person }) => person.isPremenopausal));
    const text = String(readKeywords(made.files[0]?.bytes ?? Buffer.of(), { until: 'PixelData' })['00211001']);
    expect(text).toContain('ResultsTable1[ 0][ 3] = "BMD[g/cm<sup><small>2</small></sup>]";\r\n');
    expect(text).toMatch(/ResultsTable1\[ 1\]\[ 4\] = " ?";/);
    expect(made.truth.scans[0]?.regions[0]).not.toHaveProperty('tScore');
  });

  it('separates by semicolons where the decimal is a comma', async () => {
    const { files, truth } = await makeExam(examIn('norland-csv', ({ console }) => console.decimal === ','));
    const [heading = '', first = ''] = files[0]?.bytes.toString('latin1').split('\r\n') ?? [];
    const cells = Object.fromEntries(heading.split(';').map((name, at) => [name, first.split(';')[at]]));
    expect(cells['BMD (g/cm2)']).toBe(truth.scans[0]?.regions[0]?.bmd?.toFixed(4).replace('.', ','));
    expect(truth).not.toHaveProperty('studyInstanceUID');
  });
});

describe('what goes wrong', () => {
  const exam = examIn(
    'ge-sr',
    ({ console, person, scans }) => console.AETitle === 'IDXADE' && person.sex === 'female' && scans.length === 4,
  );
  let sound: MadeExam;
  const made = new Map<Fault, MadeExam>();
  const wrongly = (fault: Fault): MadeExam => made.get(fault) ?? sound;
  const sizes = ({ files }: MadeExam): number[] => files.map(({ bytes }) => bytes.length);

  beforeAll(async () => {
    sound = await makeExam(exam);
    for (const fault of faults) made.set(fault, await makeExam(exam, fault));
  });

  it('happens in no dialect that cannot have it', () => {
    expect(faultsOf('ge-sr')).toEqual(faults);
    expect(faultsOf('pdf-ge')).not.toContain('sources-disagree');
    expect(faultsOf('norland-csv')).not.toContain('second-export');
  });

  it('swaps the patient of one object, and the study gives no value', () => {
    expect(new Set(valuesOf(wrongly('swapped-patient'), 'PatientID')).size).toBe(2);
    expect(wrongly('swapped-patient').isRefused).toBe(true);
    expect(sound.isRefused).toBe(false);
  });

  it('takes the other hip for the one that was asked for, and everything says so', () => {
    const neck = ({ truth }: MadeExam, side: string): number | undefined =>
      truth.scans.find((scan) => scan.side === side)?.regions[0]?.bmd;
    expect(neck(wrongly('wrong-side'), 'left')).toBe(neck(sound, 'right'));
  });

  it('names another protocol in one header, and its truth stays with the numbers', () => {
    expect(valuesOf(wrongly('wrong-protocol'), 'ProtocolName')).not.toEqual(valuesOf(sound, 'ProtocolName'));
    expect(wrongly('wrong-protocol').truth).toEqual(sound.truth);
  });

  it('cuts one file, leaves one scan out, sends twice, sends one late', () => {
    expect(sizes(wrongly('truncated')).filter((size, at) => size < (sizes(sound)[at] ?? 0))).toHaveLength(1);
    expect(wrongly('missing-scan').truth.scans.length).toBeLessThan(sound.truth.scans.length);
    expect(wrongly('duplicate-send').files).toHaveLength(2 * sound.files.length);
    expect(wrongly('late-object').files.filter(({ isLate }) => isLate)).toHaveLength(1);
  });

  it('lets image and report differ in one value, which may then not be given', () => {
    expect(wrongly('sources-disagree').withheld).toHaveLength(1);
    const differing = headersOf(wrongly('sources-disagree')).filter(
      (header, at) => textOf(header, 'ImageComments') !== valuesOf(sound, 'ImageComments')[at],
    );
    expect(differing.length).toBeGreaterThan(0);
  });

  it('names a character set in which it was not written', () => {
    expect(new Set(valuesOf(wrongly('broken-encoding'), 'SpecificCharacterSet'))).toEqual(new Set(['ISO_IR 192']));
  });

  it('exports again under new UIDs in the same series; analysed again, with the later numbers as its truth', () => {
    for (const fault of ['second-export', 'reanalysis'] as const) {
      const study = wrongly(fault);
      expect(new Set(valuesOf(study, 'SOPInstanceUID')).size).toBe(2 * sound.files.length);
      expect(new Set(valuesOf(study, 'SeriesInstanceUID')).size).toBe(new Set(valuesOf(sound, 'SeriesInstanceUID')).size);
    }
    expect(wrongly('second-export').truth).toEqual(sound.truth);
    expect(wrongly('reanalysis').truth.scans).not.toEqual(sound.truth.scans);
  });
});

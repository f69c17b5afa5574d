import { SOPClass, type Keywords } from '@osteon/dicom';
import { readHere as readResults } from './testing/read-here.js';
import type { Study } from './study.js';
import { container, num, reportWith, text } from './testing/console.js';

const rows = ({ scans }: Study): string[] =>
  scans.flatMap(({ site, side, regions }) =>
    regions.map(({ region, bmd, bmc, area, tScore, zScore }) =>
      [site, side, region, bmd, bmc, area, tScore, zScore].filter((each) => each !== undefined).join(' '),
    ),
  );
const codes = ({ problems }: Study): string[] => problems.map(({ code }) => code);

describe('any other structured report', () => {
  const coded = (item: Keywords, code: string, scheme: string, meaning = code): Keywords => ({
    ...item,
    ConceptNameCodeSequence: [{ CodeValue: code, CodingSchemeDesignator: scheme, CodeMeaning: meaning }],
  });
  const said = (concept: string, code: string, meaning: string): Keywords => ({
    ...coded({ ValueType: 'CODE' }, concept, 'SCT'),
    ConceptCodeSequence: [{ CodeValue: code, CodingSchemeDesignator: 'SCT', CodeMeaning: meaning }],
  });
  const study = async (...items: Keywords[]): Promise<Study> => {
    const more = {
      SOPClassUID: SOPClass.ComprehensiveSRStorage,
      Manufacturer: 'Nobody',
      ...container('Imaging Measurements', items),
    };
    const [only] = (await readResults([reportWith({}, more)])).studies;
    if (only === undefined) throw new Error('no study');
    return only;
  };
  const loinc = (code: string, value: string, unit = 'g/cm2'): Keywords =>
    coded(num('x', value, unit), code, 'LN', 'Bone density');

  test('is read by LOINC codes at finding site, laterality and region', async () => {
    const group = container('Measurement Group', [
      said('363698007', '29836001', 'Hip'),
      said('272741003', '7771000', 'Left'),
      text('Region', 'Femoral neck'),
      loinc('46278-8', '0.712'),
      loinc('80946-7', '-2.3', '{T-score}'),
      loinc('80938-4', '-0.9', '1'),
    ]);
    const read = await study(group);
    expect(rows(read)).toEqual(['hip left femoral-neck 0.712 -2.3 -0.9']);
    expect(read.scans[0]?.regions[0]?.sources?.[0]).toMatchObject({ kind: 'sr', at: 'Imaging Measurements/Measurement Group' });
  });

  test('is read by words where containers are named so', async () => {
    const spine = container('Lumbar Spine', [
      container('L1-L4', [num('BMD', '0.912'), num('BMC', '51.07', 'g'), num('Area', '56', 'cm2'), num('T-score', '-2.2', '1')]),
    ]);
    expect(rows(await study(spine))).toEqual(['lumbar-spine L1-L4 0.912 51.07 56 -2.2']);
  });

  test.each([
    ['a hip that may be neck or total', [loinc('46278-8', '0.712')], 'UNKNOWN_REGION'],
    [
      'a side that its code contradicts',
      [said('272741003', '24028007', 'Right'), text('Region', 'Neck'), loinc('46278-8', '0.712')],
      'UNKNOWN_SITE',
    ],
    ['a T-score in g/cm2', [text('Region', 'Neck'), loinc('80946-7', '0.887', 'g/cm-2')], 'UNIT_UNKNOWN'],
    ['a BMD of nowhere', [num('BMD', '0.712')], 'UNKNOWN_SITE'],
  ])('%s is no number', async (_what, items, code) => {
    const read = await study(container('Measurement Group', items));
    expect(codes(read)).toContain(code);
    expect(rows(read)).toEqual([]);
  });

  test('of something else is left alone', async () => {
    expect(codes(await study(container('Dose', [num('Area', '3', 'cm2')])))).toEqual(['NO_RESULTS']);
  });
});

describe('an export by columns', () => {
  const read = async (csv: string): Promise<readonly Study[]> =>
    (await readResults([{ sopInstanceUID: 'export.csv', bytes: Buffer.from(csv) }])).studies;

  test('has a study for each patient and day, by its headings in any order', async () => {
    const studies = await read(
      'Region,Site,Side,BMD (g/cm2),T-score,Z-score,Patient ID,Birth date,Sex,Date\n' +
        'L1-L4,AP Spine,,0.912,-2.2,-0.5,P-1,1958-11-20,F,2026-03-02\n' +
        'Neck,Hip,Left,0.712,-2.3,,P-1,1958-11-20,F,2026-03-02\n' +
        'L2-L4,AP Spine,,0.9,-2.1,,P-2,1960-01-31,M,2026-03-02\n',
    );
    expect(studies.map(rows)).toEqual([
      ['lumbar-spine L1-L4 0.912 -2.2 -0.5', 'hip left femoral-neck 0.712 -2.3'],
      ['lumbar-spine L2-L4 0.9 -2.1'],
    ]);
    expect(studies[0]).toMatchObject({
      date: '2026-03-02',
      header: { patientId: 'P-1', sex: 'female', birthDate: '1958-11-20' },
    });
    expect(studies[0]?.scans[0]?.regions[0]?.sources).toEqual([{ kind: 'csv', sopInstanceUID: 'export.csv', at: 'line 2' }]);
  });

  test('of a Norland keeps its decimals, and says that the scores of a man are against men', async () => {
    const norland = (sex: string): string =>
      'Patient ID;Sex;Date;Manufacturer;Site;Side;ROI;BMD (g/cm2);T-score;Z-score;Young Ref. (%);Total sBMD (mg/cm2)\r\n' +
      `P-3;${sex};02.03.2026;Norland;Spine;;L2-L4;0,8942;-1,28;-0,31;81;962,3\r\n`;
    const [man] = await read(norland('M'));
    expect(man && rows(man)).toEqual(['lumbar-spine L2-L4 0.8942 -1.28 -0.31']);
    expect(man?.scans[0]?.regions[0]?.tReference).toEqual({ name: 'Norland', sex: 'male' });
    expect(man && codes(man)).toEqual(['T_REFERENCE_NOT_FEMALE']);
    expect((await read(norland('F')))[0]?.problems).toEqual([]);
    expect(man?.date).toBe('2026-03-02');
  });

  const linesOfPersons = (
    ...lines: readonly (readonly [region: string, patient: string, birth: string, order: string])[]
  ): string =>
    'Region,Site,Side,BMD (g/cm2),Patient ID,Birth date,Date,Accession number\n' +
    lines.map(([region, ...person]) => `${region},AP Spine,,0.912,${person.toSpliced(2, 0, '2026-03-02').join(',')}\n`).join('');
  const outcomes = async (csv: string): Promise<unknown[]> =>
    (await read(csv)).map(({ problems, scans }) => [scans.length, ...problems.map(({ code }) => code)]);

  test('with two patients under one accession number gives no number of it', async () => {
    expect(
      await outcomes(
        linesOfPersons(
          ['L2', 'P-1', '1958-11-20', 'A1'],
          ['L3', 'P-2', '1958-11-21', 'A1'],
          ['L2-L4', 'P-3', '1960-01-02', 'A2'],
        ),
      ),
    ).toEqual([[0, 'TWO_PATIENTS'], [1]]);
  });

  test('with one birth date under two numbers on one day gives no number of either', async () => {
    expect(
      await outcomes(
        linesOfPersons(['L2', 'P-1', '1958-11-20', ''], ['L3', 'P-2', '1958-11-20', ''], ['L2-L4', 'P-3', '1960-01-02', '']),
      ),
    ).toEqual([[0, 'TWO_PATIENTS'], [0, 'TWO_PATIENTS'], [1]]);
  });

  test('with a day that could be two is told, and has none', async () => {
    const [only] = await read('Region,Site,BMD [g/cm2],Date\nL1-L4,AP Spine,0.912,03/02/2026\n');
    expect(only?.date).toBeUndefined();
    expect(only && codes(only)).toEqual(['DATE_AMBIGUOUS']);
  });

  test('that names neither region nor BMD is none', async () => {
    expect((await read('a,b\n1,2\n')).flatMap(codes)).toEqual(['UNREADABLE', 'NO_RESULTS']);
  });
});

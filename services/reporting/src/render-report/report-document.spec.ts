import type { reading } from '@osteon/contracts';
import { review } from '../testing/documents.story.js';
import { DRAFT_MARK, reportDocument } from './report-document.js';
import { drafted, signed } from '../testing/report-parts.story.js';
import { reportText } from './report-text.js';
import { resultTables } from './result-table.js';
import { unprintable } from './fonts.js';

const judged = (kind: 'T' | 'Z' | 'none', scans: reading.ReviewContentV1['scans'] = review.scans) =>
  resultTables({ ...review, scans, assessment: { ...review.assessment, score: { kind, rule: 'X' } } }, 'Europe/Berlin');

test('the signed report of exam A1, as text', () => {
  expect(reportText(reportDocument(signed))).toBe(`North Hospital
Department of Bone Densitometry
Lindenallee 4, 10115 Berlin

BONE DENSITOMETRY REPORT (DXA)

Patient:          Okafor, Grace
Born:             20 Nov 1958 (67 years)
Sex:              Female
Patient id:       483920 (NORTH-HIS)
Exam:             Bone density of spine and hip, 2 Mar 2026
Accession number: A1
Densitometer:     GE Healthcare Lunar iDXA, ME+200123
Referred by:      Dr Eva Novotná

ASSESSMENT
Low bone density (osteopenia) by WHO criteria: lowest T-score -2.3, left femoral neck.

COMMENT
Compare with the outside study of 2023 when it arrives.

RESULTS
Lumbar spine, technical quality limited: osteophytes at L4
Region  BMD g/cm²  BMC g  Area cm²  T-score  Z-score  Remark
L1          0.905  11.31     12.50     -1.9     -0.3
L2          0.948  12.90     13.61     -2.1     -0.5
L3          0.970  14.20     14.64     -1.9     -0.3
L4          1.134  18.10     15.96     -0.6      1.1  excluded: degenerative change
L1-L3       0.942  38.41     40.75     -1.9     -0.4
L1-L4       0.997  56.51     56.71     -1.5      0.0  with L4, which is excluded

Left hip, technical quality adequate
Region        BMD g/cm²  BMC g  Area cm²  T-score  Z-score  Remark
Femoral neck      0.712   3.50      4.92     -2.3     -0.8  lowest, decides
Total hip         0.766                      -1.9     -0.6

FINDINGS
Left femoral neck: BMD 0.712 g/cm2, T-score -2.3.
Left total hip: BMD 0.766 g/cm2, T-score -1.9.

TECHNIQUE
DXA of the lumbar spine and the left hip on GE Healthcare Lunar iDXA.

INDICATION
Back pain, mother with hip fracture

Reviewed and approved: Dr Lee (dr-lee), 2 Mar 2026, 10:05 (Europe/Berlin)
Electronic signature, revision 1, of review 1 (dr-lee)
Assessed by policy north-hospital, version 3, on default version 1
Content SHA-256 ${'1'.repeat(64)}
`);
});

test('a draft says on its face that nobody has signed it', () => {
  const text = reportText(reportDocument(drafted));
  expect(text).toContain(`BONE DENSITOMETRY REPORT (DXA)\n${DRAFT_MARK}\n`);
  expect(text).toContain('Not signed. Nobody has taken responsibility for this text yet.');
  expect(text).not.toContain('Dr Lee');
  expect(text).toContain('Assessed by policy north-hospital, version 3');
});

test('what held up signing is printed with the reason why it was signed all the same, once', () => {
  const settled = ['/exam/scans/1', '/exam/scans/2'].map((at) => ({ code: 'SIDE_MISSING', at, reason: 'Left by its form on the image.' }));
  const { content } = signed;
  const text = reportText(reportDocument({ ...signed, content: { ...content, review: { ...content.review, settled } } }));
  expect(text).toContain('SETTLED BEFORE SIGNING\nThe side of the scan is not known. Signed because: Left by its form on the image.\n\n');
  expect(reportText(reportDocument(signed))).not.toContain('SETTLED');
});

test.each(['Z', 'none'] as const)('no T-score is printed where the score that counts is %s', (kind) => {
  expect(judged(kind).flatMap(({ head }) => head)).not.toContain('T-score');
  expect(JSON.stringify(judged(kind))).not.toContain('-2.3');
});

test('of two references for one region the female one is printed, and a T-score against the male one never', () => {
  const male = { name: 'Lunar', sex: 'male' as const };
  const rows = [
    { region: 'femoral-neck', bmd: 0.8, tScore: -2.6, tReference: male },
    { region: 'femoral-neck', bmd: 0.8, tScore: -1.9, tReference: { ...male, sex: 'female' as const } },
    { region: 'total-hip', bmd: 0.9, tScore: -2.7, tReference: male },
  ];
  const [table] = judged('T', [{ site: 'hip', side: 'right', regions: rows }]);
  expect(table?.rows.map(({ cells }) => [cells[0], cells[4], cells[6]])).toEqual([
    ['Femoral neck', '-1.9', ''],
    ['Total hip', '', 'T-score against a male reference: not shown'],
  ]);
});

test('a value typed by hand is marked, and a line under the rows says whose hand, when, and what the densitometer says', () => {
  const at = '2026-03-02T08:30:00.000Z';
  const regions = [
    {
      region: 'femoral-neck',
      bmd: 0.712,
      tScore: -2.3,
      typed: [{ field: 'tScore' as const, by: 'mr-tanaka', name: 'Mr Tanaka', at, deviceSaid: -2.6 }, { field: 'zScore' as const, by: 'dr-lee', at, deviceSaid: -0.8 }],
    },
    { region: 'total-hip', bmd: 0.766, typed: [{ field: 'bmd' as const, by: 'mr-tanaka', at }] },
  ];
  const scans = [{ site: 'hip' as const, side: 'left' as const, regions }];
  const text = reportText(reportDocument({ ...drafted, content: { ...drafted.content, review: { ...review, scans } } }));
  expect(text).toContain(`Region        BMD g/cm²  BMC g  Area cm²  T-score  Z-score  Remark
Femoral neck      0.712                     -2.3*        *  lowest, decides
Total hip        0.766*
* femoral neck, T-score: -2.3 typed by hand (the densitometer: -2.6), Mr Tanaka (mr-tanaka), 2 Mar 2026, 09:30 (Europe/Berlin)
* femoral neck, Z-score: taken away by hand (the densitometer: -0.8), dr-lee, 2 Mar 2026, 09:30 (Europe/Berlin)
* total hip, BMD: 0.766 g/cm² typed by hand (the densitometer: nothing), mr-tanaka, 2 Mar 2026, 09:30 (Europe/Berlin)
`);
  const [shownAsZ] = judged('Z', scans);
  expect(shownAsZ?.notes.filter((note) => note.includes('T-score'))).toEqual([]);
  expect(judged('T')[0]?.notes).toEqual([]);
});

test('what is not known is said, never guessed', () => {
  const { birthDate: _, ...patient } = drafted.patient;
  const content = {
    ...drafted.content,
    details: {},
    review: { ...review, quality: [], scanner: { manufacturer: 'GE Healthcare' } },
  };
  const document = reportDocument({ ...drafted, patient, content });
  expect(document.patient[1]).toEqual({ label: 'Born', value: 'Not known' });
  expect(document.exam.slice(2).map(({ value }) => value)).toEqual(['GE Healthcare', 'Not stated']);
  expect(document.results[0]?.quality).toBe('technical quality not stated');
});

test.each([
  ['Wójcik, Łukasz', []],
  ['Παπαδοπούλου, Ελένη', []],
  ['Петрова, Анна', []],
  ['Nguyễn, Thị Hòa', []],
  ['e\u0301, decomposed', []],
  ['T ≤ -2.5\tand ≥ -3', []],
  ['王, 小明', ['U+738B', 'U+5C0F', 'U+660E']],
])('%s is printable, but for %j', (name, missing) => {
  expect(unprintable(name)).toEqual(missing);
});

import type { Scan } from '@osteon/contracts';
import { received } from '../testing/exam-a1.story.js';
import { neckByTanaka } from '../testing/typed.story.js';
import { noticeOf } from '../studies-to-read/numbers-notice.js';
import { numbersNow, typistsOf, valueAt, withNames } from './typed-values.js';
import type { ValueTyped } from './study-to-read.events.js';

type Typed = ValueTyped['data'];
const { acquisitionId, scans } = received;
const typed = neckByTanaka.data;
const mark = { field: 'tScore', by: 'mr-tanaka', at: typed.typedAt, deviceSaid: -2.6 };
const neckIn = (now: readonly Scan[]) => now.find(({ site }) => site === 'hip')?.regions.filter(({ region }) => region === 'femoral-neck');
const now = (values: readonly Typed[], device: readonly Scan[] = scans, of = acquisitionId) => numbersNow({ acquisitionId: of, scans: device }, values);
/** The device's numbers with another T-score of the neck; none where it is absent. */
const saying = (tScore?: number): Scan[] =>
  scans.map((scan) => ({
    ...scan,
    regions: scan.regions.map(({ tScore: old, ...row }) => ({ ...row, ...(row.region !== 'femoral-neck' ? { tScore: old } : tScore === undefined ? {} : { tScore }) })),
  }));

describe('the numbers that count', () => {
  it('are those of the device where nothing was typed', () => {
    expect(now([])).toEqual({ scans, contradicted: [] });
  });

  it('have the typed value in place of the device’s, marked, and every other value as it was', () => {
    expect(neckIn(now([typed]).scans)).toEqual([{ region: 'femoral-neck', bmd: 0.677, tScore: -2.3, tReference: { name: 'USA (Combined NHANES/Lunar)', sex: 'female' }, typed: [mark] }]);
    expect(now([typed]).scans[0]).toEqual(scans[0]);
  });

  it('have the last of several hands', () => {
    const later = { ...typed, before: -2.3, value: -2.4, typedBy: 'dr-lee' };
    expect(neckIn(now([typed, later]).scans)?.[0]).toMatchObject({ tScore: -2.4, typed: [{ by: 'dr-lee', deviceSaid: -2.6 }] });
  });

  it('are the device’s own again, without a mark, where its value was typed', () => {
    expect(now([typed, { ...typed, before: -2.3, value: -2.6 }])).toEqual({ scans, contradicted: [] });
  });

  it('lack a value that was taken away, and say whose hand it was', () => {
    const { value, ...gone } = typed;
    expect(neckIn(now([gone]).scans)).toEqual([{ region: 'femoral-neck', bmd: 0.677, typed: [mark] }]);
  });

  it('have scans and rows that only a hand has given', () => {
    const { deviceSaid, before, against, ...place } = typed;
    const values: Typed[] = [
      { ...place, side: 'right', field: 'bmd', value: 0.7 },
      { ...place, side: 'right', field: 'tScore', against: 'female', value: -2.1 },
    ];
    expect(now(values).scans[2]).toEqual({
      site: 'hip',
      side: 'right',
      regions: [
        {
          region: 'femoral-neck',
          bmd: 0.7,
          tScore: -2.1,
          tReference: { name: 'not named', sex: 'female' },
          typed: [{ field: 'bmd', by: 'mr-tanaka', at: typed.typedAt }, { field: 'tScore', by: 'mr-tanaka', at: typed.typedAt }],
        },
      ],
    });
  });

  it('keep the T-scores of a man against two references apart', () => {
    const row = { region: 'femoral-neck', bmd: 0.677 };
    const his: Scan[] = [{ site: 'hip', side: 'left', regions: [{ ...row, tScore: -2.6, tReference: { name: 'N', sex: 'female' } }, { ...row, tScore: -1.9, tReference: { name: 'N', sex: 'male' } }] }];
    expect(neckIn(now([typed], his).scans)?.map(({ tScore }) => tScore)).toEqual([-2.3, -1.9]);
    const { against, ...bmd } = { ...typed, field: 'bmd' as const, deviceSaid: 0.677, value: 0.7 };
    expect(neckIn(now([bmd], his).scans)?.map((each) => each.bmd)).toEqual([0.7, 0.7]);
  });
});

describe('a typed value when the scan grows or is replaced', () => {
  it('stands as long as the device says of the same measurement what it said', () => {
    expect(valueAt(now([typed], scans.map((scan) => ({ ...scan, mode: 'standard' }))).scans, typed)).toBe(-2.3);
  });

  it('gives way, unmarked, where the device has come to say the same', () => {
    expect(now([typed], saying(-2.3))).toEqual({ scans: saying(-2.3), contradicted: [] });
  });

  it.each([
    ['the device says something new', saying(-2.1), acquisitionId],
    ['the device says nothing any more', saying(), acquisitionId],
    ['the scan is another one', scans, '0190a000-0000-7000-8000-0000000000c9'],
  ])('does not count where %s, and the device’s value does not either, until a person has looked', (_, device, of) => {
    const { scans: counting, contradicted } = now([typed], device, of);
    expect(valueAt(counting, typed)).toBeUndefined();
    expect(neckIn(counting)?.[0]).toMatchObject({ bmd: 0.677 });
    expect(neckIn(counting)?.[0]?.typed).toBeUndefined();
    expect(contradicted).toEqual([typed]);
  });

  it('is settled also where the device names a reference that it did not name when the value was typed', () => {
    const { against, deviceSaid, before, ...unnamed } = typed;
    expect(now([unnamed, { ...typed, deviceSaid: -2.1, value: -2.1 }], saying(-2.1))).toEqual({ scans: saying(-2.1), contradicted: [] });
    expect(now([unnamed, { ...typed, deviceSaid: -2.1, value: -2.1 }], saying()).contradicted).toHaveLength(1);
  });

  it('is settled by either of the two, typed again', () => {
    const other = '0190a000-0000-7000-8000-0000000000c9';
    const settled = (value: number): Typed => ({ ...typed, acquisitionId: other, deviceSaid: -2.1, value });
    expect(now([typed, settled(-2.1)], saying(-2.1), other)).toEqual({ scans: saying(-2.1), contradicted: [] });
    expect(valueAt(now([typed, settled(-2.3)], saying(-2.1), other).scans, typed)).toBe(-2.3);
  });
});

describe('the notice of the list', () => {
  const scan = (problems: (typeof received)['problems'], device: readonly Scan[] = scans) => ({ ...received, scans: [...device], problems, source: { subject: 's', streamVersion: 1 } });
  const withheld = { code: 'SOURCES_DISAGREE', site: 'hip', side: 'left', region: 'femoral-neck', field: 'tScore' } as const;
  const said = ({ numbersMissing, numbersToConfirm }: ReturnType<typeof noticeOf>) => [numbersMissing, numbersToConfirm];

  it('is none where all was read', () => {
    expect(said(noticeOf({ scan: scan([]), typed: [] }))).toEqual([false, false]);
    expect(said(noticeOf({ scan: scan([{ code: 'T_REFERENCE_NOT_FEMALE' }]), typed: [] }))).toEqual([false, false]);
    expect(said(noticeOf({ scan: scan([{ code: 'SOURCES_DISAGREE' }]), typed: [] }))).toEqual([false, false]);
    expect(said(noticeOf({ scan: null, typed: [] }))).toEqual([false, false]);
  });

  it('says that numbers are missing until one was typed', () => {
    expect(said(noticeOf({ scan: scan([{ code: 'NO_RESULTS' }], []), typed: [] }))).toEqual([true, false]);
    const { deviceSaid, before, against, ...place } = typed;
    expect(said(noticeOf({ scan: scan([{ code: 'NO_RESULTS' }], []), typed: [{ ...place, field: 'bmd', value: 0.7 }] }))).toEqual([false, false]);
  });

  it('says that numbers are to be confirmed until the withheld value was typed', () => {
    expect(said(noticeOf({ scan: scan([withheld], saying()), typed: [] }))).toEqual([false, true]);
    const { deviceSaid, before, ...byHand } = typed;
    const { problems, ...settled } = noticeOf({ scan: scan([withheld], saying()), typed: [byHand] });
    expect(settled).toMatchObject({ numbersMissing: false, numbersToConfirm: false });
    expect(problems).toEqual([{ ...withheld, answered: true }]);
  });

  it('says it of a typed value that the device contradicts', () => {
    const found = noticeOf({ scan: scan([], saying(-2.1)), typed: [typed] });
    expect(said(found)).toEqual([false, true]);
    expect(found.problems).toEqual([{ code: 'TYPED_VALUE_CONTRADICTED', site: 'hip', side: 'left', region: 'femoral-neck', field: 'tScore', typed: -2.3, device: -2.1 }]);
  });
});

it('names who typed, where that is known', () => {
  const { scans: counting } = now([typed]);
  expect(typistsOf(counting)).toEqual(['mr-tanaka']);
  expect(neckIn(withNames(counting, new Map([['mr-tanaka', 'Kenji Tanaka']])))?.[0]?.typed).toEqual([{ ...mark, name: 'Kenji Tanaka' }]);
  expect(neckIn(withNames(counting, new Map()))?.[0]?.typed).toEqual([mark]);
});

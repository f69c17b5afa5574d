import type { Scan } from '@osteon/contracts';
import { numberIn, rowsToType, scansToType, typedIn, withField } from './typing.js';

const hip: Scan = {
  site: 'hip',
  side: 'left',
  regions: [{ region: 'femoral-neck', bmd: 0.712, tScore: -2.3, tReference: { name: 'NHANES III', sex: 'female' } }],
};
const rows = rowsToType(hip);

describe('the rows to type into', () => {
  it('are those of the scan as printed, then what a device usually gives', () => {
    expect(rows.map(({ region, fields }) => [region, fields.bmd, fields.tScore])).toEqual([
      ['femoral-neck', '0.712', '−2.3'],
      ['total-hip', '', ''],
      ['trochanter', '', ''],
    ]);
    expect(rows[0]?.against).toBe('female');
  });
});

describe('a number as it is typed', () => {
  it.each([
    ['0.712', 0.712],
    ['0,712', 0.712],
    ['-2.3', -2.3],
    ['−2.3', -2.3],
    [' 0 ', 0],
    ['', null],
    ['2..3', undefined],
    ['1e3', undefined],
    ['0.7l2', undefined],
  ])('%p is %p', (text, value) => {
    expect(numberIn(text)).toBe(value);
  });
});

describe('what was typed', () => {
  const typed = (row: number, field: 'bmd' | 'tScore', text: string, against?: 'female' | 'male') => typedIn(hip, [rows, withField(rows, { row, field }, text)], against);

  it('is what differs, with the reference that its row names', () => {
    expect(typedIn(hip, [rows, rows])).toEqual({ values: [], wrong: [] });
    expect(typed(0, 'tScore', '-2.4')).toEqual({ values: [{ site: 'hip', side: 'left', region: 'femoral-neck', against: 'female', field: 'tScore', value: -2.4 }], wrong: [] });
    expect(typed(0, 'bmd', '')).toEqual({ values: [{ site: 'hip', side: 'left', region: 'femoral-neck', field: 'bmd', value: null }], wrong: [] });
  });

  it('has the stated reference where the row names none', () => {
    expect(typed(1, 'tScore', '-1', 'male').values[0]).toMatchObject({ region: 'total-hip', against: 'male', value: -1 });
    expect(typed(1, 'tScore', '-1').values[0]).not.toHaveProperty('against');
    expect(typed(1, 'bmd', '0.8', 'male').values[0]).not.toHaveProperty('against');
  });

  it('names the fields that hold no number, and leaves them out', () => {
    expect(typed(1, 'bmd', 'o.8')).toEqual({ values: [], wrong: ['Left hip, total hip, BMD'] });
  });
});

describe('scans to be typed whole', () => {
  const image = { acquisitionId: 'a', sopInstanceUID: '1', kind: 'image' } as const;

  it('are those with images and without numbers', () => {
    expect(scansToType([hip], [{ ...image, site: 'hip', side: 'left' }, { ...image, site: 'forearm', side: 'left' }, { ...image, site: 'lumbar-spine' }])).toEqual([
      { site: 'forearm', side: 'left' },
      { site: 'lumbar-spine' },
    ]);
  });

  it('are spine and both hips at least where nothing was read, and never a hip without a side', () => {
    expect(scansToType([], [{ ...image, site: 'hip' }, { ...image, site: 'lumbar-spine' }])).toEqual([{ site: 'lumbar-spine' }, { site: 'hip', side: 'left' }, { site: 'hip', side: 'right' }]);
    expect(scansToType([hip], [])).toEqual([]);
  });
});

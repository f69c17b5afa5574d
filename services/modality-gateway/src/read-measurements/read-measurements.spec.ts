import { given } from '@osteon/testing';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { Acquisition } from '../acquisition/acquisition.js';
import { begun, completed, femur, filed, late, measured, spine } from '../testing/exam-a1.story.js';
import { measurementsOf } from './measurements-of.js';
import { readMeasurements } from './read-measurements.js';

const reading = (instances?: number) => (study: Acquisition) => readMeasurements(study, measured(instances).data);

describe('the numbers of a study', () => {
  it('are a fact once it is complete', () => {
    given(acquisitions, begun, filed(spine, femur), completed).when(reading()).then(measured());
    given(acquisitions, begun, filed(spine, femur)).when(reading()).thenNothing();
    given(acquisitions).when(reading()).thenNothing();
  });

  it('are a fact again when more objects were read, and not when as many or fewer', () => {
    const read = [begun, filed(spine, femur), completed, measured(2), filed(late)];
    given(acquisitions, ...read).when(reading(3)).then(measured(3));
    given(acquisitions, ...read).when(reading(2)).thenNothing();
    given(acquisitions, ...read).when(reading(1)).thenNothing();
  });
});

describe("the readers' output", () => {
  const scanner = { manufacturer: 'GE Healthcare' };
  const study = { studyInstanceUID: '1.2.3', header: { patientId: '483920', birthDate: '1958-11-20' }, scanner, scans: [], deviceTrends: [], problems: [], objects: [] };

  it('becomes scans and codes, without header, details and trends', () => {
    const output = {
      studies: [
        {
          ...study,
          date: '2026-03-02',
          scans: [{ site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.677 }] }],
          problems: [{ code: 'TRUNCATED', detail: 'Okafor', sopInstanceUID: '1.2.3.4' }, { code: 'TWO_PATIENTS' }],
        },
      ],
    } as const;
    expect(measurementsOf(output, '1.2.3')).toEqual({
      scanner,
      performedOn: '2026-03-02',
      scans: [{ site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.677 }] }],
      problems: [{ code: 'TRUNCATED', sopInstanceUID: '1.2.3.4' }, { code: 'TWO_PATIENTS' }],
    });
  });

  it('says which value a problem is about, where it is about one of one scan, and no word of the device', () => {
    const hip = (side: 'left' | 'right') => ({ site: 'hip', side, regions: [{ region: 'femoral-neck', bmd: 0.7 }] }) as const;
    const placed = (detail: string) =>
      measurementsOf({ studies: [{ ...study, scans: [hip('left'), { site: 'lumbar-spine', regions: [{ region: 'L1,L3' }] }], problems: [{ code: 'SOURCES_DISAGREE', detail }] }] }, '1.2.3').problems;
    const code = 'SOURCES_DISAGREE';
    expect(placed('femoral-neck left tScore: ge-xml -2.3, ge-sr -2.2')).toEqual([{ code, site: 'hip', side: 'left', region: 'femoral-neck', field: 'tScore' }]);
    expect(placed('L1,L3 bmd: ge-xml 0.9, ge-sr 0.8')).toEqual([{ code, site: 'lumbar-spine', region: 'L1,L3', field: 'bmd' }]);
    expect(placed('femoral-neck right tScore: ge-xml -2.3, ge-sr -2.2')).toEqual([{ code }]);
    expect(placed('Okafor bmd: 1')).toEqual([{ code }]);
    expect(placed('ocr L1: bmd not confirmed')).toEqual([{ code }]);
  });

  it('keeps the mean of two hips to itself, as it never decides', () => {
    const mean = { site: 'hip', side: 'both', regions: [{ region: 'mean-total-hip', bmd: 0.8 }] } as const;
    expect(measurementsOf({ studies: [{ ...study, scans: [mean, { site: 'lumbar-spine', regions: [] }] }] }, '1.2.3').scans).toEqual([
      { site: 'lumbar-spine', regions: [] },
    ]);
  });

  it('is that of the study that was asked for, and says where there is none', () => {
    expect(measurementsOf({ studies: [study] }, '9.9')).toEqual({ scanner: { manufacturer: 'unknown' }, scans: [], problems: [{ code: 'NO_RESULTS' }] });
  });
});

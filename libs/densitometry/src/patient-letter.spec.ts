import { examA1, hip, iDxa, judged, judgedWith, msIyer, msOkafor, row, textOf, zRow } from './exams.story.js';

const letter = (assessment: ReturnType<typeof judged>): string[] => textOf(assessment, 'patient-letter').split('\n');

describe('the letter to the patient', () => {
  test.each([
    ['normal', () => judged(msOkafor, hip('left', row('total-hip', 0.1))), 'Your bone density is normal.'],
    ['low', () => judged(msOkafor, hip('left', row('total-hip', -1.5))), 'Your bone density is lower than in young adults.'],
    [
      'osteoporosis',
      () => judged(msOkafor, hip('left', row('total-hip', -2.9))),
      'Your results show osteoporosis: your bones break more easily than they should.',
    ],
    [
      'within the range',
      () => judged(msIyer, hip('left', zRow('total-hip', -1))),
      'Your bone density is as expected at your age.',
    ],
    [
      'below the range',
      () => judged(msIyer, hip('left', zRow('total-hip', -2))),
      'Your bone density is lower than expected at your age.',
    ],
  ])('says the same category: %s', (_what, assessed, says) => {
    expect(letter(assessed())[0]).toBe(says);
  });

  test('never says normal without saying that something was not used', () => {
    const told = letter(judged(msOkafor, hip('left', { ...row('femoral-neck', -2), tScore: 2 }, row('total-hip', 0.2))));
    expect(told.slice(0, 2)).toEqual([
      'This result is not final: a part of the measurement could not be used.',
      'What could be used is normal.',
    ]);
  });

  test('says that a fracture can mean osteoporosis whatever the density', () => {
    const context = { patient: msOkafor, intake: { fragilityFractures: [{ site: 'hip' }] } };
    expect(letter(judgedWith(context, hip('left', row('total-hip', 0.2))))[1]).toBe(
      'You have had a fracture that can mean osteoporosis whatever the density; your doctor will explain this.',
    );
  });

  test.each([
    [0.74, 'Compared with an earlier measurement you have lost bone.'],
    [0.86, 'Compared with an earlier measurement you have gained bone.'],
    [0.81, 'Compared with earlier measurements your bone has stayed the same.'],
  ])('tells a change only by the LSC: %p after 0.8', (bmd, says) => {
    const prior = { ...examA1(hip('left', { region: 'total-hip', bmd: 0.8 })), examId: 'E0', date: '2024-05-04' };
    const precision = [{ scannerSerial: iDxa.serial, site: 'hip' as const, regions: 'total-hip', lscGcm2: 0.03 }];
    const now = hip('left', { region: 'total-hip', bmd });
    expect(letter(judgedWith({ patient: msOkafor, priors: [prior], precision }, now))).toContain(says);
    expect(letter(judgedWith({ patient: msOkafor, priors: [prior] }, now)).join()).not.toContain('Compared');
  });
});

import { heldUp, settle, settledIn, unsettledIn } from './settling.js';
import { statementFor } from './statement.js';
import type { Assessment } from './studies.api.js';

const assessment: Assessment = {
  hash: 'h1',
  score: { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' },
  diagnosis: { category: 'normal' },
  findings: [
    { code: 'QUALITY_NOT_STATED', level: 'blocks-signing', at: '/exam/scans/0' },
    { code: 'SIDE_MISSING', level: 'blocks-signing', at: '/exam/scans/1' },
    { code: 'SIDE_MISSING', level: 'blocks-signing', at: '/exam/scans/2' },
    { code: 'IDENTITY_SEX', level: 'blocks-signing', at: '/exam/header/sex' },
    { code: 'IDENTITY_BONE_SHAPE', level: 'warning', at: '/priors/0' },
  ],
};
const nothing = statementFor({});

describe('what holds up signing', () => {
  it('is asked once for each kind; quality is asked elsewhere, a warning holds up nothing', () => {
    expect(heldUp(assessment).map(({ code }) => code)).toEqual(['SIDE_MISSING', 'IDENTITY_SEX']);
    expect(heldUp(undefined)).toEqual([]);
  });

  it('is missing until each has a reason', () => {
    expect(unsettledIn(nothing, assessment)).toEqual([
      'Say why it can be signed: the side is not stated',
      'Say why it can be signed: the device was told another sex than the order states',
    ]);
    const half = settle(settle(nothing, 'SIDE_MISSING', 'By the image'), 'IDENTITY_SEX', '  ');
    expect(unsettledIn(half, assessment)).toHaveLength(1);
    expect(unsettledIn(settle(half, 'IDENTITY_SEX', 'Typed wrongly'), assessment)).toEqual([]);
  });

  it('is sent with its reason for each place', () => {
    const said = settle(settle(nothing, 'SIDE_MISSING', ' By the image '), 'SOURCES_DISAGREE', 'nobody asked');
    expect(settledIn(said, assessment)).toEqual([
      { code: 'SIDE_MISSING', at: '/exam/scans/1', reason: 'By the image' },
      { code: 'SIDE_MISSING', at: '/exam/scans/2', reason: 'By the image' },
    ]);
    expect(settledIn(nothing, assessment)).toEqual([]);
  });
});

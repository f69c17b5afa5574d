import type { Assessment } from '@osteon/densitometry';
import { settledFindings } from './settle-findings.js';

const sex = { code: 'IDENTITY_SEX', level: 'blocks-signing', at: '/exam/header/sex' } as const;
const left = { code: 'SIDE_MISSING', level: 'blocks-signing', at: '/exam/scans/1' } as const;
const right = { ...left, at: '/exam/scans/2' };
const warning = { code: 'IDENTITY_BONE_SHAPE', level: 'warning', at: '/priors/0' } as const;
const found = (...findings: Assessment['findings']): Assessment => ({ findings }) as Assessment;
const to = ({ code, at }: { code: string; at: string }, reason = 'Typed wrongly at the console; name and birth date agree.') => ({ code, at, reason });
const refused = (...asked: Parameters<typeof settledFindings>): unknown => {
  try {
    return settledFindings(...asked);
  } catch (refusal) {
    return refusal;
  }
};

describe('a finding that holds up signing', () => {
  it('has a reason, each for its own place, in the order of the findings', () => {
    const given = [to(right, 'By its form'), to(sex), to(left, 'By the image')];
    expect(settledFindings(found(sex, left, right), given)).toEqual([to(sex), to(left, 'By the image'), to(right, 'By its form')]);
  });

  it('refuses the review where it has none, and names what is open', () => {
    expect(refused(found(sex, left, right), [to(left)])).toMatchObject({
      code: 'FINDINGS_NOT_SETTLED',
      values: { findings: 'IDENTITY_SEX /exam/header/sex, SIDE_MISSING /exam/scans/2' },
    });
    expect(refused(found(sex), [])).toMatchObject({ code: 'FINDINGS_NOT_SETTLED' });
    expect(refused(found(sex), [{ ...to(sex), code: 'IDENTITY_ID' }])).toMatchObject({ code: 'FINDINGS_NOT_SETTLED' });
  });

  it('is no other one: a warning holds up nothing, and what is not found is not kept', () => {
    expect(settledFindings(found(warning), [to(sex)])).toEqual([]);
    expect(settledFindings(undefined, [to(sex)])).toEqual([]);
  });
});

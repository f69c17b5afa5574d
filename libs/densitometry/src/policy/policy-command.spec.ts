import { examA1, hip, msOkafor, row } from '../exams.story.js';
import { checkCommand, explainCommand, testCommand } from './policy-command.js';

const exam = { patient: msOkafor, exam: examA1(hip('left', row('total-hip', -1.9))) };
const overlay = (more: object) => ({
  name: 'site.json',
  text: JSON.stringify({ policy: 'site', version: 4, base: 'default@1', title: 'Site', examples: [], ...more }),
});
const example = (name: string, expected: object) => ({ name, exam, expect: expected });

test('examples that come out as they say end well, others are named with what differs', () => {
  const good = example('a woman of 70', { category: 'low-bone-density', advice: [{ code: 'VFA_INDICATED' }] });
  const bad = example('another', {
    category: 'normal',
    notAdvised: ['VFA_INDICATED'],
    advice: [{ code: 'NEXT_EXAM', months: 1 }],
    sentences: ['SITE_X'],
  });
  expect(testCommand(overlay({ examples: [good] }))).toMatchObject({
    exitCode: 0,
    out: expect.arrayContaining(['ok      a woman of 70']),
  });
  const { out, exitCode } = testCommand(overlay({ examples: [good, bad] }));
  expect(exitCode).toBe(1);
  expect(out.join('\n')).toContain('failed  another');
  expect(out).toEqual(
    expect.arrayContaining([
      '          NEXT_EXAM in 36 months, not 1',
      '          VFA_INDICATED is advised',
      '          low-bone-density, not normal',
      '          no sentence SITE_X',
      '1 of 2 examples as they say',
    ]),
  );
});

test('a policy without examples fails its test, and is otherwise one', () => {
  expect(testCommand(overlay({})).exitCode).toBe(1);
  expect(checkCommand(overlay({}))).toEqual({ exitCode: 0, err: [], out: ['site@4 on default@1: Site', '0 examples'] });
});

test('every problem is told with file and place', () => {
  expect(checkCommand({ name: 'x.json', text: '{' })).toEqual({ exitCode: 2, out: [], err: ['x.json#: is not JSON'] });
  const wrong = overlay({ more: 1, sentences: [{ rule: 'SITE_X', section: 'advice', when: 'sites.hip', text: { en: 'x' } }] });
  expect(checkCommand(wrong)).toMatchObject({
    exitCode: 2,
    err: expect.arrayContaining([
      'site.json#/more: is not a field of this format',
      'site.json#/sentences/0/when: sites.hip is not known, in: sites.hip',
    ]),
  });
  const noExam = overlay({ examples: [{ name: 'x', exam: { patient: {} }, expect: {} }] });
  expect(testCommand(noExam).err).toContainEqual(expect.stringMatching(/^site\.json#\/examples\/0\/exam\/patient\/id: /));
});

test('what fired, what did not and why is told with the values that were seen', () => {
  const asked = explainCommand(overlay({}), { name: 'e.json', text: JSON.stringify(exam) });
  expect(asked.exitCode).toBe(0);
  expect(asked.out).toEqual(
    expect.arrayContaining([
      'FIRED     VFA_INDICATED',
      '  + WOMAN_OF_70_OR_OLDER: patient.sex == "female" && patient.ageYears >= 70   [patient.sex = "female", patient.ageYears = 70]',
      '  ? HEIGHT_LOSS_OVER_4_CM: intake.historicalHeightLossCm > 4.0   [intake.historicalHeightLossCm is not known]',
      'FIRED     FOREARM_INDICATED',
      'not fired LOOK_FOR_SECONDARY_CAUSES',
      'FIRED     NEXT_EXAM in 36 months by LOW_BONE_DENSITY',
    ]),
  );
  const withVfa = { ...exam, vfa: { status: 'no' } };
  expect(explainCommand(overlay({}), { name: 'e.json', text: JSON.stringify(withVfa) }).out).toContain(
    'not fired VFA_INDICATED   (held back: this exam has VFA)',
  );
  expect(explainCommand(overlay({}), { name: 'e.json', text: '{}' })).toMatchObject({ exitCode: 2 });
});

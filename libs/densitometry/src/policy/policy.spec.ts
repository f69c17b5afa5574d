import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../assess.js';
import { assessInput, type AssessInput } from '../assess-input.js';
import { examA1, hip, mrHalvorsen, msOkafor, row, spine, textOf } from '../exams.story.js';
import { choosePolicy } from './choose-policy.js';
import type { Policy } from './policy.js';
import { questionsFor } from './questionnaire.js';
import { readPolicy, readSitePolicy } from './read-policy.js';
import { runExamples } from './run-examples.js';
import { defaultPolicy, policyNamed, storedPolicies } from './stored-policies.js';

const stored = join(__dirname, 'stored');
const sites = join(__dirname, '../../../../policies');
const files = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
const documentOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const north = join(sites, 'north-hospital.v1.json');
const used = (document: unknown): Policy => {
  const read = readPolicy(document, storedPolicies);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.policy;
};

const input = (context: Omit<AssessInput, 'exam'>, ...scans: Parameters<typeof examA1>): AssessInput =>
  assessInput.parse({ ...context, exam: examA1(...scans) });
const low = [spine(row('L1-L4', -1.2)), hip('left', row('total-hip', -1.9))] as const;

describe('a stored policy', () => {
  test('is never changed: a change is a new version', () => {
    const hashes = files(stored).map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
    expect(hashes).toEqual(['e3ae2a9f613de026e630ced8b02950b69f734ceced7adc2ac796e1601726d39a']);
  });

  test('judges again byte for byte, whatever came after it', () => {
    const first = documentOf(join(stored, 'default.v1.json')) as { nextExam: { rows: object[] } };
    const made = JSON.stringify(assess(input({ patient: msOkafor }, ...low), used(first)));
    const second = used({ ...first, version: 2, nextExam: { ...first.nextExam, rows: first.nextExam.rows.slice(0, 3) } });
    const { policy, ...context } = { policy: JSON.parse(made).policy as { id: string; version: number }, patient: msOkafor };
    const again = policyNamed(`${policy.id}@${policy.version}`, [...storedPolicies, second]);
    expect(JSON.stringify(assess(input(context, ...low), again))).toBe(made);
    expect(JSON.stringify(assess(input(context, ...low), policyNamed('default', [...storedPolicies, second])))).not.toBe(made);
  });

  test('is chosen by the name in the input, and an unknown name is a problem', () => {
    const own = used(documentOf(north));
    expect(choosePolicy({})).toEqual({ policy: defaultPolicy });
    expect(choosePolicy({}, own)).toEqual({ policy: own });
    expect(choosePolicy({ policy: 'default' }, own)).toEqual({ policy: defaultPolicy });
    expect(choosePolicy({ policy: 'north-hospital@1' }, own)).toEqual({ policy: own });
    const known = Object.values(choosePolicy({ policy: 'north-hospital@1' }));
    expect(known).toEqual([[{ at: '/policy', message: 'is not a policy that is known here: default@1' }]]);
  });
});

test.each([...files(stored), ...files(sites)].map((file) => [file.replace(/.*\//, ''), file] as const))(
  'the examples of %s come out as they say',
  (_name, file) => {
    const read = readPolicy(documentOf(file), file.startsWith(stored) ? [] : storedPolicies);
    const run = 'problems' in read ? read : runExamples(read.policy, read.examples);
    expect('problems' in run ? run.problems : run.results.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect('results' in run ? run.results.length : 0).toBeGreaterThan(3);
  },
);

test('a site cannot bring a whole policy of its own, nor take the name of a stored one', () => {
  expect(readSitePolicy(documentOf(join(stored, 'default.v1.json')), storedPolicies)).toEqual({
    problems: [{ at: '/base', message: 'is missing: a site changes a stored policy' }],
  });
  expect(readSitePolicy(documentOf(north), storedPolicies)).toMatchObject({
    policy: { title: expect.stringContaining('North Hospital') },
  });
});

describe('an interval', () => {
  const judged = (policy: Policy) => assess(input({ patient: { ...msOkafor, birthDate: '1966-03-02' } }, ...low), policy);

  test('that no source states is shown to the reader, and neither to the patient nor in a report', () => {
    const assessment = judged(defaultPolicy);
    expect(assessment.sentences.filter(({ onlySuggested }) => onlySuggested).map(({ rule }) => rule)).toEqual(['NEXT_EXAM']);
    expect(textOf(assessment, 'patient-letter')).not.toMatch(/month/);
    expect(assessment.completeness.missing).toContain('NEXT_EXAM');
  });

  test('that a site has decided is said to everybody', () => {
    const assessment = judged(used(documentOf(north)));
    expect(assessment.sentences.filter(({ onlySuggested }) => onlySuggested)).toEqual([]);
    expect(textOf(assessment, 'patient-letter')).toMatch(/36 months/);
    expect(assessment.completeness.missing).not.toContain('NEXT_EXAM');
    expect(assessment.policy).toEqual({ id: 'north-hospital', version: 1, base: { id: 'default', version: 1 } });
  });
});

describe('what a site chooses', () => {
  const site = used(documentOf(north));

  test('its own reasons have words, in the language of the report where it has them', () => {
    const woman = { ...msOkafor, birthDate: '1961-03-02' };
    const said = (language: 'en' | 'de') => textOf(assess(input({ patient: woman, language }, ...low), site), 'advice');
    expect(said('en')).toContain('the patient is a woman of 65 or older');
    expect(said('de')).toContain('die Patientin ist 65 oder älter');
  });

  test('its own sentences name its rule and version', () => {
    const fractured = { patient: msOkafor, intake: { fragilityFractures: [{ site: 'wrist' }] } };
    const own = assess(input(fractured, ...low), site).sentences.find(({ rule }) => rule === 'SITE_FRACTURE_CLINIC');
    expect(own).toMatchObject({
      section: 'advice',
      ruleVersion: 'north-hospital@1',
      text: expect.stringContaining('fracture clinic'),
    });
    expect(textOf(assess(input(fractured, ...low), defaultPolicy))).not.toContain('fracture clinic');
  });

  test('its questions are asked of whom they concern', () => {
    const asked = (patient: AssessInput['patient']) =>
      questionsFor(site, { patient, date: '2026-05-04' }).map(({ asks }) => asks);
    expect(asked(msOkafor)).toEqual(['menopausalStatus', 'historicalHeightLossCm']);
    expect(asked({ ...msOkafor, birthDate: '1990-01-01' })).toEqual(['menopausalStatus', 'pregnant']);
    expect(asked(mrHalvorsen)).toEqual(['historicalHeightLossCm']);
  });

  test('a radius that always decides can make a class worse, never better', () => {
    const radius = {
      site: 'forearm',
      side: 'left',
      regions: [{ region: 'radius-33', bmd: 0.5, tScore: -2.7 }],
      quality: { status: 'adequate' },
    } as const;
    const scans = [...low, { ...radius, regions: [...radius.regions] }];
    expect(assess(input({ patient: msOkafor }, ...scans), defaultPolicy).diagnosis.category).toBe('low-bone-density');
    expect(assess(input({ patient: msOkafor }, ...scans), site).diagnosis.category).toBe('osteoporosis');
  });

  test('its threshold counts beside the sourced one', () => {
    const threshold = {
      country: 'XX',
      written: ['Nowhere'],
      majorPercent: 15,
      hipPercent: 4,
      when: 'patient.ageYears >= 70',
      source: 'Board (invented)',
      grade: 'site',
    };
    const overlay = {
      policy: 'east',
      version: 1,
      base: 'default@1',
      title: 'East',
      treatmentThresholds: [threshold],
      examples: [],
    };
    const risk = (country: string, patient = msOkafor) =>
      assess(input({ patient, frax: { majorPercent: 16, hipPercent: 3, country } }, ...low), used(overlay)).advice.find(
        ({ code }) => code === 'FRACTURE_RISK_ABOVE_THRESHOLD',
      )?.because;
    expect(risk('nowhere ')).toEqual(['MAJOR_FRACTURE_RISK']);
    expect(risk('US')).toEqual(['HIP_FRACTURE_RISK']);
    expect(risk('GB')).toBeUndefined();
  });
});

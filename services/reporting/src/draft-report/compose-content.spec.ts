import { reporting } from '@osteon/contracts';
import { withText } from '../edit-draft-text/edit-draft-text.js';
import { draftParts, contentA1 as content } from '../testing/report-parts.story.js';
import { heard } from '../testing/exam-a1.story.js';
import { details, review, site } from '../testing/documents.story.js';
import { reports } from '../report/report.refusals.js';
import { reportIdOf } from '../report/report-id.js';
import { composeContent } from './compose-content.js';

const { reportId } = content;

test('the assessment comes first, and a section without words is left out', () => {
  expect(content.sections.map(({ title }) => title)).toEqual(['Assessment', 'Comment', 'Findings', 'Technique', 'Indication']);
  expect(content.sections[2]?.text.split('\n')).toHaveLength(2);
});

test('the content has the form that is published, names the study that was performed, and not the patient', () => {
  expect(reporting.reportContent.parse(content)).toEqual(content);
  expect(content.studyInstanceUID).toBe(heard.scan.studyInstanceUID);
  expect(JSON.stringify(content)).not.toMatch(/Okafor|483920|1958/);
});

test('a facility that is not known yet is shown by its id', () => {
  expect(composeContent(reportId, draftParts, { details, review }).facility).toEqual({
    id: 'NORTH',
    name: 'NORTH',
    letterhead: [],
  });
});

test('kept words stand in place of the suggested ones', () => {
  const sections = [{ title: 'Assessment', text: 'As discussed.' }];
  expect(composeContent(reportId, draftParts, { details, review, site, sections }).sections).toEqual(sections);
});

test('the technique names what was typed by hand and not sent by the densitometer', () => {
  const typed = [{ field: 'tScore' as const, by: 'mr-tanaka', at: '2026-03-02T08:30:00.000Z' }, { field: 'zScore' as const, by: 'mr-tanaka', at: '2026-03-02T08:30:00.000Z' }];
  const scans = review.scans.map((scan) => ({ ...scan, regions: scan.regions.map(({ zScore, ...row }) => (row.region === 'femoral-neck' ? { ...row, typed } : { ...row, zScore })) }));
  const { sections } = composeContent(reportId, draftParts, { details, review: { ...review, scans } });
  expect(sections.find(({ title }) => title === 'Technique')?.text.split('\n')[1]).toBe('Typed by hand, not sent by the densitometer: left hip, femoral neck (T-score).');
});

test('an edited text keeps the sections of the draft', () => {
  const sections = content.sections.map((section, i) => (i === 0 ? { ...section, text: 'Osteopenia.' } : section));
  expect(withText(content, sections)).toEqual({ ...content, sections });
  expect(() => withText(content, sections.slice(1))).toThrow(reports.SECTIONS_DIFFER.sentence);
  expect(() => withText(content, sections.toReversed())).toThrow(reports.SECTIONS_DIFFER.sentence);
});

test('an exam has one report, and its id is the same for ever', () => {
  expect(reportIdOf('0190A000-0000-7000-8000-0000000000A1')).toBe(reportIdOf('0190a000-0000-7000-8000-0000000000a1'));
  expect(reportId).toBe('ae5f37a6-fa61-5ab5-8994-0b90355a388f');
});

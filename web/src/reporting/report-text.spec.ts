import { isChanged, standingOf, withText } from './report-text.js';
import type { ReportShown } from './reports.api.js';

const draft: ReportShown = {
  reportId: '0190a000-0000-7000-8000-0000000000c1',
  examId: '0190a000-0000-7000-8000-0000000000a1',
  zone: 'Europe/Berlin',
  state: 'drafted',
  reviewVersion: 2,
  contentHash: 'f'.repeat(64),
  version: 3,
  sections: [
    { title: 'Findings', text: 'L1-L4: T −2.3' },
    { title: 'Assessment', text: 'Low bone density.' },
  ],
};

describe('a report', () => {
  it('is awaited until the draft of the newest review is here', () => {
    expect([standingOf(undefined, 1), standingOf(null, 1), standingOf(draft, 3)]).toEqual(['awaited', 'awaited', 'awaited']);
  });

  it('can be signed when it stands for the newest review or a later one', () => {
    expect([standingOf(draft, 2), standingOf(draft, 1)]).toEqual(['to-sign', 'to-sign']);
  });

  it('cannot be signed when the numbers have changed since its review, and the next review is awaited again', () => {
    expect([standingOf({ ...draft, lapsed: true }, 2), standingOf({ ...draft, lapsed: true }, 3)]).toEqual(['lapsed', 'awaited']);
  });

  it('that is signed stays so, whatever is awaited', () => {
    expect(standingOf({ ...draft, state: 'signed' }, 3)).toBe('signed');
  });
});

describe('the text of a draft', () => {
  it('is changed section by section', () => {
    const written = withText(draft.sections, 1, 'Osteoporosis.');
    expect(written.map(({ text }) => text)).toEqual(['L1-L4: T −2.3', 'Osteoporosis.']);
    expect([isChanged(written, draft.sections), isChanged(draft.sections, draft.sections)]).toEqual([true, false]);
  });
});

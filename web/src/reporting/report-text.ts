import type { ReportShown, Section } from './reports.api.js';

/** How the report stands for the review that the physician has just made. */
export type Standing = 'awaited' | 'to-sign' | 'lapsed' | 'signed';

/** A draft of an older review is not shown for signing: the newest one is awaited. One whose numbers have changed is for nobody to sign. A signed report stands. */
export const standingOf = (report: ReportShown | null | undefined, reviewVersion: number): Standing => {
  if (!report) return 'awaited';
  if (report.state === 'signed') return 'signed';
  if (report.reviewVersion < reviewVersion) return 'awaited';
  return report.lapsed ? 'lapsed' : 'to-sign';
};

/** The sections with one text replaced. */
export const withText = (sections: readonly Section[], index: number, text: string): readonly Section[] =>
  sections.map((section, at) => (at === index ? { ...section, text } : section));

/** Whether a text differs from what stands in the draft. */
export const isChanged = (sections: readonly Section[], before: readonly Section[]): boolean =>
  sections.some(({ text }, index) => text !== before[index]?.text);

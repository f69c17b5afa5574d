import { z } from 'zod';
import type { NumbersProblem } from '../studies-to-read/numbers-notice.js';

/** Of the readers' whole output only what they say of problems. */
export const readersSay = z.object({
  studies: z.array(
    z.object({ problems: z.array(z.object({ code: z.string(), detail: z.string().optional(), sopInstanceUID: z.string().optional() })).default([]) }),
  ),
});

export type ReadersSay = z.infer<typeof readersSay>;

type Said = ReadersSay['studies'][number]['problems'][number];

const isAbout = (problem: NumbersProblem, { code, sopInstanceUID, detail = '' }: Said): boolean => {
  if (code !== problem.code || sopInstanceUID !== problem.sopInstanceUID) return false;
  const place = [problem.region, problem.side, problem.field].filter((part) => part !== undefined).join(' ');
  return problem.field === undefined || detail.startsWith(`${place}: `);
};

/** Each problem with what the readers say of it; each of their details stands once. */
export const withDetails = (problems: readonly NumbersProblem[], readers: ReadersSay | undefined): (NumbersProblem & { readonly detail?: string })[] => {
  const said = (readers?.studies ?? []).flatMap((study) => study.problems);
  return problems.map((problem) => {
    const index = said.findIndex((each) => isAbout(problem, each));
    const [found] = index < 0 ? [] : said.splice(index, 1);
    return found?.detail === undefined ? problem : { ...problem, detail: found.detail };
  });
};

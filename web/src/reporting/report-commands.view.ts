import { useMutation, useQueryClient } from '@tanstack/react-query';
import { signReport, writeText, type ReportShown, type Section } from './reports.api.js';

interface Writing {
  readonly report: ReportShown;
  readonly sections: readonly Section[];
}

/** Signing and rewriting a draft. After either, whatever came of it, the newest report is shown; the failure stays beside it. */
export const useReportCommands = () => {
  const queries = useQueryClient();
  const again = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['reporting'] }), queries.invalidateQueries({ queryKey: ['reading'] })]);
  const sign = useMutation({ mutationFn: signReport, onSettled: again });
  const write = useMutation({ mutationFn: ({ report, sections }: Writing) => writeText(report, sections), onSettled: again });
  return { sign, write, failure: sign.error ?? write.error ?? undefined };
};

export type ReportCommands = ReturnType<typeof useReportCommands>;

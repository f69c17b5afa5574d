import { Button, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../shell/failure.view.js';
import { useSession } from '../shell/session.view.js';
import { isChanged, withText } from './report-text.js';
import { Sections } from './sections.view.js';
import { pdfOf, signReport, writeText, type ReportShown, type Section } from './reports.api.js';
import styles from './report.module.css';

const useReportCommands = (report: ReportShown, sections: readonly Section[]) => {
  const queries = useQueryClient();
  const again = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['reporting'] }), queries.invalidateQueries({ queryKey: ['reading'] })]);
  return {
    sign: useMutation({ mutationFn: () => signReport(report), onSettled: again }),
    write: useMutation({ mutationFn: () => writeText(report, sections), onSettled: again }),
  };
};

type Commands = ReturnType<typeof useReportCommands>;

const Editor = ({ sections, onText }: { sections: readonly Section[]; onText: (index: number, text: string) => void }) => (
  <div className={styles.text}>
    {sections.map(({ title, text }, index) => (
      <Textarea
        key={title}
        label={title}
        autosize
        minRows={2}
        value={text}
        onChange={({ currentTarget }) => onText(index, currentTarget.value)}
      />
    ))}
  </div>
);

const EditBar = ({ write, changed, onLeave }: { write: Commands['write']; changed: boolean; onLeave: () => void }) => (
  <footer className={styles.bar}>
    <Button variant="default" onClick={onLeave}>
      Leave it as it was
    </Button>
    <Button disabled={!changed} loading={write.isPending} onClick={() => write.mutate()}>
      Keep this text
    </Button>
  </footer>
);

const SignBar = ({ report, sign, onEdit }: { report: ReportShown; sign: Commands['sign']; onEdit: () => void }) => {
  const { actor } = useSession();
  const { isPending: pdfAwaited } = useQuery(pdfOf(report));
  const signable = !pdfAwaited && !sign.isPending;
  useHotkeys([['mod+Enter', () => signable && sign.mutate()]]);
  return (
    <footer className={styles.bar}>
      <span className="quiet">{pdfAwaited ? 'Making the PDF …' : `As ${actor.name} you take responsibility for this text.`}</span>
      <Button variant="default" onClick={onEdit}>
        Edit text
      </Button>
      <Button disabled={pdfAwaited} loading={sign.isPending} onClick={() => sign.mutate()}>
        Sign
      </Button>
    </footer>
  );
};

/** The draft: its text, which may be changed, and the signature under exactly what is shown. */
export const DraftPanel = ({ report, maySign }: { report: ReportShown; maySign: boolean }) => {
  const [written, setWritten] = useState<readonly Section[]>();
  const { sign, write } = useReportCommands(report, written ?? report.sections);
  const failure = sign.error ?? write.error;
  return (
    <>
      <div className={styles.scroll}>
        {written ? (
          <Editor sections={written} onText={(index, text) => setWritten((now) => withText(now ?? [], index, text))} />
        ) : (
          <Sections sections={report.sections} />
        )}
        {failure && <Failure error={failure} />}
      </div>
      {written && <EditBar write={write} changed={isChanged(written, report.sections)} onLeave={() => setWritten(undefined)} />}
      {!written && maySign && <SignBar report={report} sign={sign} onEdit={() => setWritten(report.sections)} />}
    </>
  );
};

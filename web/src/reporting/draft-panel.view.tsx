import { Button, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../shell/session.view.js';
import type { ReportCommands } from './report-commands.view.js';
import { isChanged, withText } from './report-text.js';
import { pdfOf, type ReportShown } from './reports.api.js';
import { Sections } from './sections.view.js';
import styles from './report.module.css';

interface Props {
  readonly report: ReportShown;
  readonly commands: ReportCommands;
}

/** The draft with its text open for writing; what is typed stays until it is kept or left. */
const Editor = ({ report, commands, onDone }: Props & { onDone: () => void }) => {
  const [written, setWritten] = useState(report.sections);
  const { write } = commands;
  return (
    <>
      <div className={`${styles.scroll} ${styles.text}`}>
        {written.map(({ title, text }, index) => (
          <Textarea
            key={title}
            label={title}
            autosize
            minRows={2}
            value={text}
            onChange={({ currentTarget: { value } }) => setWritten((now) => withText(now, index, value))}
          />
        ))}
      </div>
      <footer className={styles.bar}>
        <Button variant="default" onClick={onDone}>
          Leave it as it was
        </Button>
        <Button
          disabled={!isChanged(written, report.sections)}
          loading={write.isPending}
          onClick={() => write.mutate({ report, sections: written }, { onSuccess: onDone })}
        >
          Keep this text
        </Button>
      </footer>
    </>
  );
};

const SignBar = ({ report, commands, onEdit }: Props & { onEdit: () => void }) => {
  const { actor } = useSession();
  const { sign } = commands;
  const { isPending: pdfAwaited } = useQuery(pdfOf(report));
  useHotkeys([['mod+Enter', () => !pdfAwaited && !sign.isPending && sign.mutate(report)]]);
  return (
    <footer className={styles.bar}>
      <span className="quiet">{pdfAwaited ? 'Making the PDF …' : `As ${actor.name} you take responsibility for this text.`}</span>
      <Button variant="default" onClick={onEdit}>
        Edit text
      </Button>
      <Button disabled={pdfAwaited} loading={sign.isPending} onClick={() => sign.mutate(report)}>
        Sign
      </Button>
    </footer>
  );
};

/** The draft: its text, which may be changed, and the signature under exactly what is shown. */
export const DraftPanel = ({ report, commands, maySign }: Props & { maySign: boolean }) => {
  const [editing, setEditing] = useState(false);
  if (editing) return <Editor report={report} commands={commands} onDone={() => setEditing(false)} />;
  return (
    <>
      <div className={styles.scroll}>
        <Sections sections={report.sections} />
      </div>
      {maySign && <SignBar report={report} commands={commands} onEdit={() => setEditing(true)} />}
    </>
  );
};

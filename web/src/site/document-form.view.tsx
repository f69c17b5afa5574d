import type { scheduling } from '@osteon/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../shell/failure.view.js';
import { parsed, problemsIn, shownDocument, type DocumentProblem } from './document.js';
import styles from './facilities.module.css';
import { applyDocument } from './sites.api.js';

const Problems = ({ problems }: { problems: readonly DocumentProblem[] }) => (
  <div role="alert" className={styles.problems}>
    <strong>The document was not applied.</strong> Each place that has to change:
    <ul>
      {problems.map(({ place, words }) => (
        <li key={`${place} ${words}`}>
          <code>{place || 'the document'}</code> {words}
        </li>
      ))}
    </ul>
  </div>
);

/** What is being written, and which version it replaces: the one that stood when it was begun. */
const useDraft = (site: scheduling.SiteV1) => {
  const [base, setBase] = useState(site.version);
  const [written, setWritten] = useState(() => shownDocument(site));
  const show = () => {
    setBase(site.version);
    setWritten(shownDocument(site));
  };
  return { base, setBase, written, setWritten, show, isOld: site.version > base };
};

const useApplying = ({ facilityId }: scheduling.SiteV1, { base, setBase, written }: ReturnType<typeof useDraft>) => {
  const [syntax, setSyntax] = useState<DocumentProblem>();
  const queries = useQueryClient();
  const applying = useMutation({
    mutationFn: (document: unknown) => applyDocument({ facilityId, version: base }, document),
    onSuccess: ({ version }) => setBase(version),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scheduling'] }),
  });
  const apply = () => {
    const read = parsed(written);
    setSyntax('problem' in read ? read.problem : undefined);
    if ('document' in read) applying.mutate(read.document);
    else applying.reset();
  };
  return { applying, apply, problems: syntax ? [syntax] : problemsIn(applying.error) };
};

/** A facility's document to be edited and applied, whole or not at all. */
export const DocumentForm = ({ site }: { site: scheduling.SiteV1 }) => {
  const draft = useDraft(site);
  const { applying, apply, problems } = useApplying(site, draft);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className={styles.send}>
        <Button type="submit" loading={applying.isPending}>
          Apply the document
        </Button>
        <span role="status">
          {draft.isOld && `Somebody has applied version ${site.version} meanwhile.`}
          {!draft.isOld && applying.isSuccess && `Applied: version ${applying.data.version}.`}
        </span>
        {draft.isOld && (
          <Button variant="default" onClick={draft.show}>
            Show it, without my changes
          </Button>
        )}
      </div>
      {problems.length > 0 && <Problems problems={problems} />}
      {applying.error && problems.length === 0 && <Failure error={applying.error} />}
      <Textarea
        label={`Document of ${site.name}`}
        description="It is checked whole, also against the other facilities, before any of it counts."
        value={draft.written}
        onChange={({ currentTarget }) => draft.setWritten(currentTarget.value)}
        autosize
        minRows={16}
        spellCheck={false}
        classNames={{ input: styles.text }}
      />
    </form>
  );
};

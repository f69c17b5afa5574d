import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';
import { ColumnHeads } from '../shell/column-heads.view.js';
import { Flag, Mark } from '../shell/mark.view.js';
import { momentOf } from '../shell/moment.js';
import { inOneLine, patientName, patientNumbers, sexAndAge } from '../shell/people.js';
import { useSession } from '../shell/session.view.js';
import { categoryInWords } from './assessment-words.js';
import { examDay } from './exam-day.js';
import { badgesOf, rowAfter, sitesInWords, stateFor, waitingFor } from './reading-list.js';
import styles from './reading-list.module.css';
import type { ReadingListItem } from './studies.api.js';

const Badges = ({ item }: { item: ReadingListItem }) =>
  badgesOf(item).map(({ words, title }) => (
    <span key={words} title={title}>
      <Flag tone="warn">{words}</Flag>{' '}
    </span>
  ));

const Priority = ({ item }: { item: ReadingListItem }) => item.priority !== 'routine' && <Flag tone="bad">{item.priority}</Flag>;

const Row = ({ item }: { item: ReadingListItem }) => {
  const { actor } = useSession();
  const state = stateFor(item, actor.userId);
  return (
    <tr className={styles.row}>
      <td>
        <Link to="/reading/$examId" params={{ examId: item.examId }} data-row className={styles.name}>
          {patientName(item.patient)}
        </Link>
        <div className="quiet">{inOneLine(sexAndAge(item.patient, examDay(item)), patientNumbers(item.patient))}</div>
      </td>
      <td className="figure">
        {item.scheduledAt ? momentOf(item.scheduledAt, item.zone ?? 'UTC') : <span className="quiet">order not here yet</span>}
        <div className="quiet">{item.accessionNumber}</div>
      </td>
      <td>
        {sitesInWords(item.sites)}
        <div className="quiet">{item.procedure?.meaning}</div>
      </td>
      <td>
        {item.diagnosis && item.diagnosis.category !== 'none' ? (
          categoryInWords(item.diagnosis.category)
        ) : (
          <span className="quiet">–</span>
        )}
      </td>
      <td>
        <Badges item={item} />
      </td>
      <td className="figure">
        {waitingFor(item.receivedAt, Date.now())} <Priority item={item} />
      </td>
      <td>
        <Mark tone={state.tone}>{state.words}</Mark>
      </td>
    </tr>
  );
};

/** j and k move the focus over the rows; the focused row is a link, so Enter opens it. */
const useRowKeys = (body: RefObject<HTMLTableSectionElement | null>, rows: number): void => {
  const links = (): readonly HTMLElement[] => [...(body.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
  const move = (key: 'j' | 'k') => {
    const all = links();
    const current = all.findIndex((link) => link === document.activeElement);
    all[rowAfter(current, key, all.length)]?.focus();
  };
  useHotkeys([
    ['j', () => move('j')],
    ['k', () => move('k')],
  ]);
  useEffect(() => {
    if (rows > 0 && document.activeElement === document.body)
      body.current?.querySelector<HTMLElement>('a[data-row]')?.focus({ preventScroll: true });
  }, [body, rows]);
};

const heads = ['Patient', 'Exam', 'Scanned', 'Suggested', 'Notice', 'Waiting', 'State'];

/** The rows of the list; the first one has the focus when the page opens. */
export const ReadingRows = ({ items }: { items: readonly ReadingListItem[] }) => {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, items.length);
  if (items.length === 0)
    return <p className={styles.none}>Nothing here. A scan appears by itself, as soon as its images and numbers have arrived.</p>;
  return (
    <table className="rows" aria-label="Exams">
      <ColumnHeads heads={heads} />
      <tbody ref={body}>
        {items.map((item) => (
          <Row key={item.examId} item={item} />
        ))}
      </tbody>
    </table>
  );
};

import { TextInput } from '@mantine/core';
import type { Scan, ValueField } from '@osteon/contracts';
import type { ReactNode } from 'react';
import { inOneLine } from '../shell/people.js';
import { printScan, type Row } from './numbers.js';
import { ScoreScale } from './score-scale.view.js';
import styles from './scan-block.module.css';
import { placeKey } from './site-names.js';
import { noteQuality, stateQuality, statuses, type Statement } from './statement.js';
import type { Assessment } from './studies.api.js';

interface Props {
  readonly scan: Scan;
  readonly assessment?: Assessment;
  readonly statement: Statement;
  /** Absent where the person may not judge. */
  readonly onState?: (change: (statement: Statement) => Statement) => void;
  /** Shows the scan's image; absent where there is none. */
  readonly onShow?: () => void;
  /** Opens its values for typing; absent where the person may not type. */
  readonly onType?: () => void;
  /** Its values, open for typing: stands in place of the numbers. */
  readonly typing?: ReactNode;
}

/** A printed value; one that a hand typed is marked, and the line under the row says whose it was. */
const Value = ({ row, field, text }: { row: Row; field: ValueField; text: string }) => {
  if (!row.typed.includes(field)) return text;
  return (
    <span className={styles.typed} title={row.hands.join('\n')}>
      {text}
      <span aria-hidden>*</span>
      <span className="visually-hidden"> {text === '' ? 'taken away' : 'typed'} by hand</span>
    </span>
  );
};

const RegionRow = ({ row, kind }: { row: Row; kind: Assessment['score']['kind'] }) => (
  <>
    <tr data-decides={row.decides || undefined}>
      <th scope="row">
        {row.name}
        {row.decides && <span className="visually-hidden"> (the suggestion rests on this row)</span>}
      </th>
      <td>
        <Value row={row} field="bmd" text={row.bmd} />
      </td>
      <td data-kind={kind === 'T' || undefined}>
        <Value row={row} field="tScore" text={row.t} />
      </td>
      <td data-kind={kind === 'Z' || undefined}>
        <Value row={row} field="zScore" text={row.z} />
      </td>
      <td>{row.score !== undefined && <ScoreScale score={row.score} kind={kind} />}</td>
    </tr>
    {row.hands.length > 0 && (
      <tr className={styles.hand}>
        <td colSpan={5}>* {row.hands.join('; ')}</td>
      </tr>
    )}
    {row.origin && (
      <tr className={styles.origin}>
        <td colSpan={5}>{row.origin}</td>
      </tr>
    )}
  </>
);

const Numbers = ({ scan, assessment }: { scan: Scan; assessment?: Assessment }) => {
  const printed = printScan(scan, assessment);
  if (printed.rows.length === 0) return <p className={styles.none}>No numbers were read for this scan.</p>;
  return (
    <table className={styles.numbers} aria-label={`Numbers, ${printed.name}`}>
      <thead>
        <tr>
          <th scope="col">Region</th>
          <th scope="col">BMD g/cm²</th>
          <th scope="col">T</th>
          <th scope="col">Z</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {printed.rows.map((row) => (
          <RegionRow key={row.key} row={row} kind={assessment?.score.kind ?? 'none'} />
        ))}
        {printed.origin && (
          <tr className={styles.origin}>
            <td colSpan={5}>{printed.origin}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

const Quality = ({ scan, statement, onState }: Required<Pick<Props, 'scan' | 'statement' | 'onState'>>) => {
  const key = placeKey(scan);
  const said = statement.quality[key];
  const name = printScan(scan).name;
  return (
    <>
      <fieldset
        className={styles.quality}
        role="radiogroup"
        aria-label={`Technical quality: ${name}`}
        data-stated={said?.status !== undefined || undefined}
      >
        {statuses.map(({ status, label }) => (
          <label key={status} data-status={status}>
            <input
              type="radio"
              name={`quality ${key}`}
              checked={said?.status === status}
              onChange={() => onState((now) => stateQuality(now, key, status))}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {said?.status !== undefined && said.status !== 'adequate' && (
        <TextInput
          className={styles.note}
          size="xs"
          aria-label={`Reason: ${name}`}
          placeholder="Because …"
          value={said.note}
          onChange={({ currentTarget }) => onState((now) => noteQuality(now, key, currentTarget.value))}
        />
      )}
    </>
  );
};

/** What was stated of the quality, for who only looks. */
const Stated = ({ scan, statement }: Pick<Props, 'scan' | 'statement'>) => {
  const said = statement.quality[placeKey(scan)];
  const label = statuses.find(({ status }) => status === said?.status)?.label;
  return <span className="quiet">{label ? inOneLine(`Technical quality: ${label.toLowerCase()}`, said?.note) : 'Technical quality not stated yet'}</span>;
};

const OpenTyping = ({ name, onType }: { name: string; onType: () => void }) => (
  <button type="button" className={styles.open} onClick={onType} aria-label={`Type values: ${name}`}>
    Type values
  </button>
);

/** A scan of which no number was read: there is nothing to judge before somebody types one. */
export const UnreadScan = ({ scan, onType, typing }: Pick<Props, 'scan' | 'onType' | 'typing'>) => {
  const { name } = printScan(scan);
  return (
    <section className={styles.block} aria-label={name}>
      <header>
        <h2>{name}</h2>
        {onType && !typing && <OpenTyping name={name} onType={onType} />}
      </header>
      {typing ?? <p className={styles.none}>No numbers were read for this scan.</p>}
    </section>
  );
};

/** One scan: its numbers with reference and source, and what the physician states of its technical quality. */
export const ScanBlock = ({ scan, assessment, statement, onState, onShow, onType, typing }: Props) => {
  const name = printScan(scan).name;
  return (
    <section className={styles.block} aria-label={name}>
      <header>
        <h2>
          {onShow ? (
            <button type="button" onClick={onShow} title="Show its image">
              {name}
            </button>
          ) : (
            name
          )}
        </h2>
        {onType && !typing && <OpenTyping name={name} onType={onType} />}
        {onState ? <Quality scan={scan} statement={statement} onState={onState} /> : <Stated scan={scan} statement={statement} />}
      </header>
      {typing ?? <Numbers scan={scan} assessment={assessment} />}
    </section>
  );
};

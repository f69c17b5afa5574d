import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Scan, ValueField } from '@osteon/contracts';
import { useState, type KeyboardEvent } from 'react';
import { Failure } from '../shell/failure.view.js';
import { placeName, regionName } from './site-names.js';
import { typeValues, type StudyToRead } from './studies.api.js';
import { fieldWords } from './typed.js';
import { numberIn, rowsToType, typedFields, typedIn, withField, type TypedRow } from './typing.js';
import type { TypedBody } from './value-place.js';
import styles from './typing.module.css';

interface Props {
  readonly study: StudyToRead;
  readonly scan: Pick<Scan, 'site' | 'side' | 'regions'>;
  readonly onDone: () => void;
}

const references = [
  { value: '', label: 'not stated' },
  { value: 'female', label: 'female' },
  { value: 'male', label: 'male' },
];

const referenceIn = (value: string): 'female' | 'male' | undefined => (value === 'female' || value === 'male' ? value : undefined);

interface CellProps {
  readonly row: TypedRow;
  readonly field: ValueField;
  readonly isFirst: boolean;
  readonly onType: (text: string) => void;
}

const rowName = ({ region, against }: TypedRow): string => (against === 'male' ? `${regionName(region)}, male reference` : regionName(region));

const Cell = ({ row, field, isFirst, onType }: CellProps) => (
  <td>
    <input
      className={styles.cell}
      inputMode="decimal"
      autoComplete="off"
      aria-label={`${rowName(row)}, ${fieldWords[field].name}`}
      aria-invalid={numberIn(row.fields[field]) === undefined || undefined}
      autoFocus={isFirst}
      value={row.fields[field]}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  </td>
);

interface TableProps {
  readonly name: string;
  readonly rows: readonly TypedRow[];
  readonly onRows: (change: (rows: readonly TypedRow[]) => readonly TypedRow[]) => void;
}

const Table = ({ name, rows, onRows }: TableProps) => (
  <table className={styles.typing} aria-label={`Values of the ${name.toLowerCase()}`}>
    <thead>
      <tr>
        <th scope="col">Region</th>
        {typedFields.map((field) => (
          <th key={field} scope="col">
            {fieldWords[field].name} {fieldWords[field].unit}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, index) => (
        <tr key={`${row.region} ${row.against ?? ''} ${index}`}>
          <th scope="row">{rowName(row)}</th>
          {typedFields.map((field, column) => (
            <Cell key={field} row={row} field={field} isFirst={index + column === 0} onType={(text) => onRows((now) => withField(now, { row: index, field }, text))} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** What is typed is sent with the version that was on the page; the exam is shown anew, whatever came of it. */
const useTyping = (study: StudyToRead, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TypedBody) => typeValues(study, body),
    onSuccess: onDone,
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['reading'] }), queries.invalidateQueries({ queryKey: ['reporting'] })]),
  });
};

interface Hinted {
  readonly wrong: readonly string[];
  readonly count: number;
  readonly reason: string;
  readonly isOvertaken: boolean;
}

const hintOf = ({ wrong, count, reason, isOvertaken }: Hinted): string => {
  const [first] = wrong;
  if (isOvertaken) return 'The numbers of this scan have changed since you began. Leave them and begin again.';
  if (first) return `No number: ${first}`;
  if (count === 0) return 'Type over a value, or empty it to take it away.';
  return reason.trim() === '' ? 'Say why: it is kept with the old value.' : `${count === 1 ? '1 value' : `${count} values`}, kept with your name.`;
};

/** The values of one scan open for typing: Tab goes from field to field, Enter keeps, Esc leaves all as it was. */
export const Typing = ({ study, scan, onDone }: Props) => {
  const [begun] = useState(scan.regions);
  const [before] = useState(() => rowsToType(scan));
  const [rows, setRows] = useState(before);
  const [reason, setReason] = useState('');
  const [against, setAgainst] = useState('');
  const typing = useTyping(study, onDone);
  const { values, wrong } = typedIn(scan, [before, rows], referenceIn(against));
  const isOvertaken = JSON.stringify(begun) !== JSON.stringify(scan.regions);
  const isReady = !isOvertaken && values.length > 0 && wrong.length === 0 && reason.trim() !== '';
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
  return (
    <form
      aria-label={`Type values: ${placeName(scan)}`}
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !typing.isPending) typing.mutate({ values, reason: reason.trim() });
      }}
    >
      <Table name={placeName(scan)} rows={rows} onRows={setRows} />
      <div className={styles.foot}>
        {rows.some((row, index) => row.against === undefined && row.fields.tScore !== before[index]?.fields.tScore) && (
          <NativeSelect size="xs" label="T reference" data={references} value={against} onChange={({ currentTarget }) => setAgainst(currentTarget.value)} />
        )}
        <TextInput className={styles.reason} size="xs" label="Why" maxLength={500} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        <Button size="xs" variant="default" onClick={onDone}>
          Leave as it was
        </Button>
        <Button size="xs" type="submit" disabled={!isReady} loading={typing.isPending}>
          Keep
        </Button>
      </div>
      <div className={styles.hint} aria-live="polite">
        {hintOf({ wrong, count: values.length, reason, isOvertaken })}
      </div>
      {typing.error && <Failure error={typing.error} />}
    </form>
  );
};

import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import styles from './exams.module.css';

interface Props {
  readonly day: string;
  readonly before: string;
  readonly after: string;
  readonly onPick: (day: string) => void;
}

/** One calendar day: the one before, the one after, or any. */
export const DayPicker = ({ day, before, after, onPick }: Props) => (
  <div className={styles.day}>
    <ActionIcon variant="default" size={34} aria-label="Day before" onClick={() => onPick(before)}>
      <IconChevronLeft size={16} aria-hidden />
    </ActionIcon>
    <input type="date" aria-label="Day" value={day} onChange={({ target }) => target.value !== '' && onPick(target.value)} />
    <ActionIcon variant="default" size={34} aria-label="Day after" onClick={() => onPick(after)}>
      <IconChevronRight size={16} aria-hidden />
    </ActionIcon>
  </div>
);

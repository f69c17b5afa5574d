import type { ReactNode } from 'react';
import { dayAfter, weekdayInWords } from '../shell/moment.js';
import { DayPicker } from './day-picker.view.js';

interface Props {
  readonly day: string;
  readonly onPick: (day: string) => void;
  /** How the day stands, where the page says so in its head. */
  readonly summary?: string;
  /** What else can be done from here. */
  readonly children?: ReactNode;
}

/** The head of a page about one day: which it is, how it stands, and the way to another one. */
export const DayHead = ({ day, onPick, summary, children }: Props) => (
  <div className="page-head">
    <div>
      <h1>{weekdayInWords(day)}</h1>
      {summary !== undefined && <div className="quiet">{summary}</div>}
    </div>
    <div className="push">
      <DayPicker day={day} onPick={onPick} before={dayAfter(day, -1)} after={dayAfter(day, 1)} />
    </div>
    {children}
  </div>
);

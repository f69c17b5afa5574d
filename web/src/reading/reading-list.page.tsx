import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { KeySheet, type Keys } from '../shell/keys.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { listSummary } from './reading-list.js';
import { ReadingRows } from './reading-rows.view.js';
import { readingList } from './studies.api.js';

const keys: Keys = [
  ['j', 'next exam'],
  ['k', 'exam before'],
  ['Enter', 'open it'],
  ['?', 'these keys'],
];

const shown = [
  { value: 'open', label: 'To read' },
  { value: 'signed', label: 'Signed' },
];

/** What waits to be read: open it by keyboard alone. */
export const ReadingListPage = () => {
  useTitle('Reading list');
  useChanges('reading');
  const [which, setWhich] = useState<'open' | 'signed'>('open');
  const { data: items, error, refetch } = useQuery(readingList(which));
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Reading list</h1>
          <div className="quiet">{items && which === 'open' ? listSummary(items) : ' '}</div>
        </div>
        <div className="push">
          <KeySheet keys={keys} />
        </div>
        <SegmentedControl
          aria-label="Which exams"
          data={shown}
          value={which}
          onChange={(value) => setWhich(value === 'signed' ? 'signed' : 'open')}
        />
      </div>
      {error && <Failure error={error} again={refetch} />}
      <div className="sheet">{items ? <ReadingRows items={items} /> : !error && <Waiting what="Loading the reading list" />}</div>
    </div>
  );
};

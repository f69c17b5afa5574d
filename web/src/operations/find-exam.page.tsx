import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { statusInWords } from '../managing/day-counts.js';
import type { ExamLine } from '../scheduling/exams.api.js';
import { Failure } from '../shell/failure.view.js';
import { Later } from '../shell/later.view.js';
import { momentOf } from '../shell/moment.js';
import { useTitle } from '../shell/title.view.js';
import styles from './find-exam.module.css';
import { examsNumbered } from './story.api.js';

const Choice = ({ exams }: { exams: readonly ExamLine[] }) =>
  exams.length === 0 ? (
    <p role="status">No exam has this accession number at the facilities that you may see.</p>
  ) : (
    <ul className={styles.choice} aria-label="Exams with this number">
      {exams.map((exam) => (
        <li key={exam.examId}>
          <Link to="/operations/exams/$examId" params={{ examId: exam.examId }}>
            {exam.facilityId}, {momentOf(exam.scheduledAt, exam.zone)}
          </Link>{' '}
          <span className="quiet">{statusInWords(exam.status)}</span>
        </li>
      ))}
    </ul>
  );

const useSearch = () => {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: examsNumbered,
    onSuccess: async ({ exams }) => {
      const [only, ...others] = exams;
      if (only && others.length === 0) await navigate({ to: '/operations/exams/$examId', params: { examId: only.examId } });
    },
  });
};

/** Finds an exam by its accession number and leads to its events. */
export const FindExamPage = () => {
  useTitle('Operations');
  const [typed, setTyped] = useState('');
  const search = useSearch();
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Operations</h1>
          <div className="quiet">One exam over all services, from the order to the last acknowledgement.</div>
        </div>
      </div>
      <form
        className={styles.find}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') search.mutate(typed.trim());
        }}
      >
        <TextInput
          label="Accession number"
          value={typed}
          autoComplete="off"
          autoFocus
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" loading={search.isPending}>
          Show its events
        </Button>
      </form>
      {search.error && <Failure error={search.error} />}
      {search.data && <Choice exams={search.data.exams} />}
      <Later>messages that are parked, how far each service is behind, deliveries that wait, and rebuilding what is shown. Until then there is <code>npm run ops</code>.</Later>
    </div>
  );
};

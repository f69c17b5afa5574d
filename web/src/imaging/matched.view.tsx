import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Mark } from '../shell/mark.view.js';
import { patientName } from '../shell/people.js';
import { studiesOf, type CandidateExam } from './acquisitions.api.js';
import { examInWords } from './compare.js';
import styles from './match.module.css';
import { goingOf } from './matched.js';

/** A study that was just matched, as it goes on: the heading has the focus. */
export const Matched = ({ exam, acquisitionId }: { exam: CandidateExam; acquisitionId: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { data: studies = [] } = useQuery(studiesOf(exam.examId));
  const study = studies.find((each) => each.acquisitionId === acquisitionId);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.matched}>
        Matched with the exam of {patientName(exam.patient)}
      </h1>
      <p className="quiet figure">
        {examInWords(exam)} · {exam.accessionNumber}
      </p>
      <div role="status">
        <ul className={styles.going} aria-label="How it goes on">
          {study &&
            goingOf(study).map(({ words, tone }) => (
              <li key={words}>
                <Mark tone={tone}>{words}</Mark>
              </li>
            ))}
        </ul>
      </div>
      <p className={styles.ways}>
        <Link to="/exams/$examId" params={{ examId: exam.examId }}>
          The exam
        </Link>
        <Link to="/unmatched">All unmatched studies</Link>
      </p>
    </>
  );
};

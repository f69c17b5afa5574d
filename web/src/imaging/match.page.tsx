import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { Flag } from '../shell/mark.view.js';
import { useSession } from '../shell/session.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { candidateExams, unmatched, type Acquisition, type CandidateExam } from './acquisitions.api.js';
import { CandidateCard } from './candidate.view.js';
import { inOrder, nameInHeader } from './compare.js';
import styles from './match.module.css';
import { Matched } from './matched.view.js';
import { StudyCard } from './study-card.view.js';
import { matchInWords, whyInWords } from './unmatched.js';

const Candidates = ({ study, onMatched }: { study: Acquisition; onMatched: (exam: CandidateExam) => void }) => {
  const { data: exams, error, refetch } = useQuery(candidateExams(study.acquisitionId));
  if (error) return <Failure error={error} again={refetch} />;
  if (!exams) return <Waiting what="Looking for exams near its day" />;
  if (exams.length === 0)
    return (
      <p className="quiet">
        No open exam within a day of this study. <Link to="/exams/new">Enter the exam</Link>, and it appears here.
      </p>
    );
  return (
    <ul className={styles.candidates} aria-label="Exams that it may belong to">
      {inOrder(study, exams).map((exam) => (
        <CandidateCard key={exam.examId} study={study} exam={exam} onMatched={() => onMatched(exam)} />
      ))}
    </ul>
  );
};

const Choosing = ({ study, onMatched }: { study: Acquisition; onMatched: (exam: CandidateExam) => void }) => {
  const mayMatch = useSession().may('match-study', study.facilityId);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{nameInHeader(study.header?.patientName) || 'No name in the header'}</h1>
          <div className="quiet">
            <Flag tone={study.match === 'unmatched' ? 'bad' : 'warn'}>{matchInWords(study)}</Flag> {whyInWords(study)}
          </div>
        </div>
        <Link to="/unmatched" className="push">
          All unmatched studies
        </Link>
      </div>
      <div className={styles.columns}>
        <section aria-label="The study, as the device wrote it">
          <h2>The study, as the device wrote it</h2>
          <StudyCard study={study} />
        </section>
        <section aria-label="The exam it belongs to">
          <h2>The exam it belongs to</h2>
          {mayMatch ? (
            <Candidates study={study} onMatched={onMatched} />
          ) : (
            <p className="quiet">The front desk or a technologist of the facility says which exam this study belongs to.</p>
          )}
        </section>
      </div>
    </>
  );
};

const Gone = () => (
  <>
    <h1>This study waits no longer</h1>
    <p>
      It has met its exam, or was never here. <Link to="/unmatched">All unmatched studies</Link>
    </p>
  </>
);

/** One study without an exam beside the exams that it may belong to; matched here, it goes on at once. */
export const MatchPage = () => {
  useTitle('Unmatched study');
  useChanges('modality-gateway');
  const { acquisitionId } = useParams({ from: '/frame/unmatched/$acquisitionId' });
  const [exam, setExam] = useState<CandidateExam>();
  const { data: studies, error, refetch } = useQuery(unmatched);
  const study = studies?.find((each) => each.acquisitionId === acquisitionId);
  return (
    <div className="page">
      {error && <Failure error={error} again={refetch} />}
      {exam ? (
        <Matched exam={exam} acquisitionId={acquisitionId} />
      ) : studies ? (
        study ? <Choosing study={study} onMatched={setExam} /> : <Gone />
      ) : (
        !error && <Waiting what="Loading the study" />
      )}
    </div>
  );
};

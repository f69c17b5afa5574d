import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Flag, Mark } from '../shell/mark.view.js';
import { dayInWords, momentOf } from '../shell/moment.js';
import { patientName, patientNumbers, sexAndAge, spokenName } from '../shell/people.js';
import { useSession } from '../shell/session.view.js';
import { examDay } from './exam-day.js';
import { heightFigure, weightFigure } from './figures.js';
import type { Judging } from './judging.view.js';
import { stateFor } from './reading-list.js';
import styles from './study-head.module.css';
import type { StudyToRead } from './studies.api.js';

const Fact = ({ name, value }: { name: string; value?: string }) =>
  value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;

const scannerName = ({ scanner }: StudyToRead): string | undefined =>
  scanner && [scanner.manufacturer, scanner.model, scanner.serial && `serial ${scanner.serial}`].filter(Boolean).join(' ');

const Facts = ({ study }: { study: StudyToRead }) => {
  const { exam } = study;
  const body = [heightFigure(exam.heightM), weightFigure(exam.weightKg)].filter(Boolean).join(', ');
  return (
    <dl className={styles.facts}>
      <Fact name="Exam" value={exam.scheduledAt && momentOf(exam.scheduledAt, study.zone ?? 'UTC')} />
      <Fact name="Accession" value={study.accessionNumber} />
      <Fact name="Indication" value={exam.indication} />
      <Fact name="Referrer" value={exam.referrer && spokenName(exam.referrer)} />
      <Fact name="Height, weight" value={body} />
      <Fact name="Scanner" value={scannerName(study)} />
    </dl>
  );
};

const Claim = ({ claim }: Pick<Judging, 'claim'>) => (
  <Button size="xs" variant="default" loading={claim.isPending} onClick={() => claim.mutate()}>
    Start reading
  </Button>
);

const Warnings = ({ study: { cancelled, state, reviewLapsed, signedLapsed } }: { study: StudyToRead }) => (
  <>
    {cancelled && state !== 'expected' && <Flag tone="warn">cancelled while its scan was on the way</Flag>}
    {reviewLapsed && !signedLapsed && <Flag tone="warn">numbers changed since the review: review again</Flag>}
    {signedLapsed && <Flag tone="bad">signed while its numbers were changed</Flag>}
  </>
);

/** Whose exam this is, why it was made, and who reads it. */
export const StudyHead = ({ study, judging }: { study: StudyToRead; judging: Judging }) => {
  const { actor } = useSession();
  const { patient, exam, zone } = study;
  const state = stateFor(study, actor.userId);
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <Link to="/reading" className={styles.back}>
          Reading list
        </Link>
        <h1>{patientName(patient)}</h1>
        <span>{sexAndAge(patient, examDay({ ...exam, zone }))}</span>
        {patient?.birthDate && <span>born {dayInWords(patient.birthDate)}</span>}
        <span className="figure">{patientNumbers(patient)}</span>
        {exam.priority !== 'routine' && <Flag tone="bad">{exam.priority}</Flag>}
        <Warnings study={study} />
        <span className={styles.state}>
          <Mark tone={state.tone}>{state.words}</Mark>
          {judging.mayJudge && study.state === 'ready' && <Claim claim={judging.claim} />}
        </span>
      </div>
      <Facts study={study} />
    </header>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { Flag } from '../shell/mark.view.js';
import { dayOf, timeOf, weekdayInWords } from '../shell/moment.js';
import { inOneLine, patientName, patientNumbers, sexAndAge } from '../shell/people.js';
import { useSession } from '../shell/session.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { Arrival } from './arrival.view.js';
import { DayHead } from './day-head.view.js';
import { daySummary } from './exam-track.js';
import { examsOf, type ExamLine } from './exams.api.js';
import styles from './exams.module.css';
import { useDay } from './day.view.js';
import { Track } from './track.view.js';

const Row = ({ exam }: { exam: ExamLine }) => (
  <li className={styles.row}>
    <div className={`figure ${styles.time}`}>
      {timeOf(exam.scheduledAt, exam.zone)}
      {exam.priority !== 'routine' && <Flag tone="bad">{exam.priority}</Flag>}
    </div>
    <div>
      <Link to="/exams/$examId" params={{ examId: exam.examId }} className={styles.name}>
        {patientName(exam.patient)}
      </Link>
      <div className="quiet">
        {inOneLine(sexAndAge(exam.patient, dayOf(exam.scheduledAt, exam.zone)), patientNumbers(exam.patient))}
      </div>
    </div>
    <div>
      {exam.procedure.meaning}
      <div className="quiet figure">{exam.accessionNumber}</div>
    </div>
    <Arrival exam={exam} />
    {exam.status === 'cancelled' ? <Flag tone="plain">Cancelled</Flag> : <Track exam={exam} />}
  </li>
);

const Exams = ({ exams, day }: { exams: readonly ExamLine[]; day: string }) =>
  exams.length === 0 ? (
    <p className={styles.none}>
      No exam on {weekdayInWords(day)}. Orders of the RIS appear here by themselves; an exam can be entered by hand as well.
    </p>
  ) : (
    <ul className={styles.rows} aria-label="Exams of the day">
      {exams.map((exam) => (
        <Row key={exam.examId} exam={exam} />
      ))}
    </ul>
  );

/** The exams of one day, each with its line from the order to the delivered report. */
export const ExamsPage = () => {
  useTitle('Exams');
  useChanges('scheduling');
  const session = useSession();
  const [day, setDay] = useDay();
  const { data: exams, error, refetch } = useQuery(examsOf(day));
  return (
    <div className="page">
      <DayHead day={day} onPick={setDay} summary={exams ? daySummary(exams) : ' '}>
        {session.may('schedule-exam') && (
          <Link to="/exams/new" className={styles.enter}>
            Enter an exam
          </Link>
        )}
      </DayHead>
      {error && <Failure error={error} again={refetch} />}
      <div className="sheet">
        {exams ? <Exams exams={exams} day={day} /> : !error && <Waiting what="Loading the exams of the day" />}
      </div>
    </div>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useChanges } from '../shell/changes.api.js';
import { ColumnHeads } from '../shell/column-heads.view.js';
import { Failure } from '../shell/failure.view.js';
import { Flag, Mark, type Tone } from '../shell/mark.view.js';
import { dayInWords, dayOf, momentOf, preciseTimeOf, dateOf } from '../shell/moment.js';
import { inOneLine, patientName, patientNumbers, sexAndAge } from '../shell/people.js';
import { useSession } from '../shell/session.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { deliveryInWords } from './exam-track.js';
import { examLine, type DeliveryShown, type ExamLine } from './exams.api.js';
import styles from './exam.module.css';
import { askedInWords, detailInWords, stepInWords, whoInWords } from './step-words.js';
import { Track } from './track.view.js';

const tones: Readonly<Record<DeliveryShown['state'], Tone>> = {
  pending: 'plain',
  delivered: 'good',
  refused: 'bad',
  uncertain: 'warn',
};

const heads = ['Step', 'Date', 'Time', 'By', 'Detail'];

const Steps = ({ exam }: { exam: ExamLine }) => (
  <div className="sheet">
    <table className="rows" aria-label="Steps">
      <ColumnHeads heads={heads} />
      <tbody>
        {exam.steps.map((step) => (
          <tr key={`${step.name} ${step.at} ${step.detail ?? ''}`}>
            <td>{stepInWords(step)}</td>
            <td className="figure">{dateOf(step.at, exam.zone)}</td>
            <td className="figure">{preciseTimeOf(step.at, exam.zone)}</td>
            <td>{whoInWords(step)}</td>
            <td className="quiet">{detailInWords(step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Deliveries = ({ exam }: { exam: ExamLine }) =>
  exam.deliveries.length === 0 ? (
    <p className={`quiet ${styles.none}`}>{exam.status === 'cancelled' ? 'There is no report of a cancelled exam.' : 'The report goes out when it is signed.'}</p>
  ) : (
    <ul className={styles.deliveries}>
      {exam.deliveries.map((delivery) => (
        <li key={delivery.destination}>
          <Mark tone={tones[delivery.state]}>{deliveryInWords(delivery)}</Mark>
          <div className="quiet">
            {delivery.destination}
            {delivery.answer && ` answered ${delivery.answer}`}
            {delivery.at && `, ${delivery.state === 'pending' ? 'waiting since ' : ''}${momentOf(delivery.at, exam.zone)}`}
          </div>
        </li>
      ))}
    </ul>
  );

const Ways = ({ exam }: { exam: ExamLine }) => {
  const session = useSession();
  const readable = session.may('see-reading-list', exam.facilityId) && !['scheduled', 'arrived', 'cancelled'].includes(exam.status);
  return (
    <div className={`push ${styles.ways}`}>
      {readable && (
        <Link to="/reading/$examId" params={{ examId: exam.examId }}>
          Images and numbers
        </Link>
      )}
      {session.may('see-streams', exam.facilityId) && (
        <Link to="/operations/exams/$examId" params={{ examId: exam.examId }}>
          Events of this exam
        </Link>
      )}
    </div>
  );
};

const Asked = ({ exam }: { exam: ExamLine }) => {
  const words = askedInWords(exam.steps);
  return (
    words && (
      <p role="note" className={styles.asked}>
        {words}
      </p>
    )
  );
};

const Shown = ({ exam }: { exam: ExamLine }) => (
  <>
    <div className="page-head">
      <div>
        <h1>
          {patientName(exam.patient)} {exam.status === 'cancelled' && <Flag tone="bad">Cancelled</Flag>}
        </h1>
        <div className="quiet">
          {inOneLine(
            sexAndAge(exam.patient, dayOf(exam.scheduledAt, exam.zone)),
            exam.patient?.birthDate && `born ${dayInWords(exam.patient.birthDate)}`,
            patientNumbers(exam.patient),
          )}
        </div>
      </div>
      <Ways exam={exam} />
    </div>
    <Asked exam={exam} />
    <div className={`sheet ${styles.head}`}>
      <dl>
        <dt>Exam</dt>
        <dd>{exam.procedure.meaning}</dd>
        <dt>Accession number</dt>
        <dd className="figure">{exam.accessionNumber}</dd>
        <dt>Time</dt>
        <dd className="figure">{momentOf(exam.scheduledAt, exam.zone)}</dd>
      </dl>
      <Track exam={exam} />
    </div>
    <div className={styles.columns}>
      <div>
        <h2>Steps</h2>
        <Steps exam={exam} />
      </div>
      <div>
        <h2>Report delivered to</h2>
        <Deliveries exam={exam} />
      </div>
    </div>
  </>
);

/** One exam's line: every step with its time and who did it, and where its report has arrived. */
export const ExamPage = () => {
  useTitle('Exam');
  useChanges('scheduling');
  const { examId } = useParams({ from: '/frame/exams/$examId' });
  const { data: exam, error, refetch } = useQuery(examLine(examId));
  return (
    <div className="page">
      {!exam && error && <h1>Exam</h1>}
      {error && <Failure error={error} again={refetch} />}
      {exam ? <Shown exam={exam} /> : !error && <Waiting what="Loading the exam" />}
    </div>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Arrival } from '../scheduling/arrival.view.js';
import { DayHead } from '../scheduling/day-head.view.js';
import { useDay } from '../scheduling/day.view.js';
import { daySummary } from '../scheduling/exam-track.js';
import { examsOf, type ExamLine } from '../scheduling/exams.api.js';
import { useChanges } from '../shell/changes.api.js';
import { ColumnHeads } from '../shell/column-heads.view.js';
import { Failure } from '../shell/failure.view.js';
import { Later } from '../shell/later.view.js';
import { Flag, Mark } from '../shell/mark.view.js';
import { dayOf, timeOf } from '../shell/moment.js';
import { inOneLine, patientName, patientNumbers, sexAndAge } from '../shell/people.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { unmatched } from './acquisitions.api.js';
import { inTurn, scanStateOf } from './scanning.js';

const Row = ({ exam }: { exam: ExamLine }) => {
  const state = scanStateOf(exam);
  return (
    <tr>
      <td className="figure">
        {timeOf(exam.scheduledAt, exam.zone)} {exam.priority !== 'routine' && <Flag tone="bad">{exam.priority}</Flag>}
      </td>
      <td>
        <Link to="/exams/$examId" params={{ examId: exam.examId }}>
          {patientName(exam.patient)}
        </Link>
        <div className="quiet">
          {inOneLine(sexAndAge(exam.patient, dayOf(exam.scheduledAt, exam.zone)), patientNumbers(exam.patient))}
        </div>
      </td>
      <td>
        {exam.procedure.meaning}
        <div className="quiet figure">{exam.accessionNumber}</div>
      </td>
      <td>{exam.stationAETitle ?? <span className="quiet">any</span>}</td>
      <td>
        <Mark tone={state.tone}>{state.words}</Mark>
      </td>
      <td>
        <Arrival exam={exam} />
      </td>
    </tr>
  );
};

const heads = ['Time', 'Patient', 'Exam', 'Station', 'State', 'Arrival'];

const Exams = ({ exams }: { exams: readonly ExamLine[] }) =>
  exams.length === 0 ? (
    <p style={{ padding: '12px 18px' }}>No exam on this day.</p>
  ) : (
    <table className="rows" aria-label="Exams to scan">
      <ColumnHeads heads={heads} />
      <tbody>
        {inTurn(exams).map((exam) => (
          <Row key={exam.examId} exam={exam} />
        ))}
      </tbody>
    </table>
  );

const Unmatched = () => {
  const { data: studies = [] } = useQuery(unmatched);
  if (studies.length === 0) return null;
  return (
    <p>
      <Link to="/unmatched">
        {studies.length} {studies.length === 1 ? 'study has' : 'studies have'} met no exam
      </Link>
    </p>
  );
};

/** Where a technologist begins: who is here, who is expected, what was scanned. */
export const ScanningPage = () => {
  useTitle('Scanning');
  useChanges('scheduling');
  useChanges('modality-gateway');
  const [day, setDay] = useDay();
  const { data: exams, error, refetch } = useQuery(examsOf(day));
  return (
    <div className="page">
      <DayHead day={day} onPick={setDay} summary={exams ? daySummary(exams) : ' '} />
      {error && <Failure error={error} again={refetch} />}
      <Unmatched />
      <div className="sheet">{exams ? <Exams exams={exams} /> : !error && <Waiting what="Loading the exams of the day" />}</div>
      <Later>the questions before a scan, the check of a scan while the patient is still here, and the phantom of the day.</Later>
    </div>
  );
};

import { useQuery } from '@tanstack/react-query';
import { DayHead } from '../scheduling/day-head.view.js';
import { useDay } from '../scheduling/day.view.js';
import { examsOf, sites } from '../scheduling/exams.api.js';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { Later } from '../shell/later.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { dayCounts, statuses, statusInWords, type FacilityDay } from './day-counts.js';
import styles from './overview.module.css';

const Counts = ({ days, nameOf }: { days: readonly FacilityDay[]; nameOf: (facilityId: string) => string }) =>
  days.length === 0 ? (
    <p className={styles.none}>No exam on this day.</p>
  ) : (
    <table className={`rows ${styles.counts}`} aria-label="Exams of the day, by how far they have come">
      <thead>
        <tr>
          <th scope="col">Facility</th>
          {statuses.map((status) => (
            <th key={status} scope="col">
              {statusInWords(status)}
            </th>
          ))}
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ facilityId, counts, total }) => (
          <tr key={facilityId}>
            <th scope="row">{nameOf(facilityId)}</th>
            {counts.map(({ status, count }) => (
              <td key={status} className="figure" data-none={count === 0}>
                {count}
              </td>
            ))}
            <td className="figure">{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

/** Where a manager begins: how many exams of a day stand where. */
export const OverviewPage = () => {
  useTitle('Overview');
  useChanges('scheduling');
  const [day, setDay] = useDay();
  const { data: exams, error, refetch } = useQuery(examsOf(day));
  const { data: facilities } = useQuery(sites);
  const nameOf = (facilityId: string): string => facilities?.find((site) => site.facilityId === facilityId)?.name ?? facilityId;
  return (
    <div className="page">
      <DayHead day={day} onPick={setDay} />
      {error && <Failure error={error} again={refetch} />}
      <div className="sheet">
        {exams ? <Counts days={dayCounts(exams)} nameOf={nameOf} /> : !error && <Waiting what="Counting the exams of the day" />}
      </div>
      <Later>how long each step takes, what is overdue, and the figures of weeks and scanners.</Later>
    </div>
  );
};

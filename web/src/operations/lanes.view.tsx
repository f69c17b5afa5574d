import { dateOf, lengthOf, preciseTimeOf } from '../shell/moment.js';
import { services } from '../shell/services.js';
import styles from './lanes.module.css';
import { eventInWords, type Told } from './story.js';

const lane = (event: Told): number => services.indexOf(event.service);

const Fact = ({ event, zone }: { event: Told; zone: string }) => (
  <details className={styles.fact}>
    <summary>
      <strong>{eventInWords(event.type)}</strong>
      <span className="quiet">
        {event.streamId} · version {event.streamVersion}
      </span>
    </summary>
    <dl>
      <dt>At</dt>
      <dd className="figure">
        {dateOf(event.at, zone)}, {preciseTimeOf(event.at, zone)}
      </dd>
      <dt>Event</dt>
      <dd>{event.eventId}</dd>
      <dt>Correlation</dt>
      <dd>{event.correlationId}</dd>
      {event.causationId && (
        <>
          <dt>Caused by</dt>
          <dd>{event.causationId}</dd>
        </>
      )}
    </dl>
    <pre tabIndex={0}>{JSON.stringify(event.data, null, 2)}</pre>
  </details>
);

const Row = ({ event, zone }: { event: Told; zone: string }) => (
  <tr>
    <td className={`figure ${styles.time}`}>{preciseTimeOf(event.at, zone)}</td>
    <td className={`figure quiet ${styles.since}`}>{event.sinceMs === undefined ? '' : `+${lengthOf(event.sinceMs)}`}</td>
    {services.map((service, index) => (
      <td key={service} className={styles.lane} data-here={index === lane(event) || undefined}>
        {index === lane(event) && <span className="visually-hidden">{service}</span>}
      </td>
    ))}
    <td>
      <Fact event={event} zone={zone} />
    </td>
    <td className={styles.by}>{event.by}</td>
  </tr>
);

/** A lane for each service; a point is a stored fact, from the top down in time. */
export const Lanes = ({ story, zone }: { story: readonly Told[]; zone: string }) => (
  <div className="sheet">
    <table className={`rows ${styles.lanes}`} aria-label="Events by time">
      <thead>
        <tr>
          <th>Time</th>
          <th>Since</th>
          {services.map((service) => (
            <th key={service} className={styles.head}>
              {service.replace('modality-', '')}
            </th>
          ))}
          <th>Event</th>
          <th>By</th>
        </tr>
      </thead>
      <tbody>
        {story.map((event) => (
          <Row key={`${event.service} ${event.eventId}`} event={event} zone={zone} />
        ))}
      </tbody>
    </table>
  </div>
);

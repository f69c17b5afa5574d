import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sites } from '../scheduling/exams.api.js';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { Flag } from '../shell/mark.view.js';
import { dayInWords, momentOf } from '../shell/moment.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { unmatched, type Acquisition } from './acquisitions.api.js';
import { nameInHeader } from './compare.js';
import { contentInWords, matchInWords, whyInWords } from './unmatched.js';

const Header = ({ study }: { study: Acquisition }) => (
  <>
    <Link to="/unmatched/$acquisitionId" params={{ acquisitionId: study.acquisitionId }}>
      {nameInHeader(study.header?.patientName) || 'No name in the header'}
    </Link>
    <div className="quiet figure">
      {[study.header?.patientId, study.header?.birthDate && dayInWords(study.header.birthDate)].filter(Boolean).join(' · ')}
    </div>
  </>
);

const Row = ({ study, zone }: { study: Acquisition; zone: string }) => (
  <tr>
    <td className="figure">{momentOf(study.receivedAt, zone)}</td>
    <td>
      <Header study={study} />
    </td>
    <td className="figure">{study.accessionNumber ?? '–'}</td>
    <td>
      {study.deviceId}
      <div className="quiet">{contentInWords(study)}</div>
    </td>
    <td>
      <Flag tone={study.match === 'unmatched' ? 'bad' : 'warn'}>{matchInWords(study)}</Flag> {whyInWords(study)}
    </td>
  </tr>
);

const Studies = ({ studies }: { studies: readonly Acquisition[] }) => {
  const { data: facilities } = useQuery(sites);
  const zoneOf = (facilityId: string): string => facilities?.find((site) => site.facilityId === facilityId)?.zone ?? 'UTC';
  if (studies.length === 0) return <p style={{ padding: '12px 18px' }}>Every study has met its exam.</p>;
  return (
    <table className="rows" aria-label="Studies without an exam">
      <thead>
        <tr>
          <th>Received</th>
          <th>Patient, as the device wrote it</th>
          <th>Accession number</th>
          <th>Device</th>
          <th>Match</th>
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => (
          <Row key={study.acquisitionId} study={study} zone={zoneOf(study.facilityId)} />
        ))}
      </tbody>
    </table>
  );
};

/** Studies that met no exam for certain: kept, shown here, not forwarded. */
export const UnmatchedPage = () => {
  useTitle('Unmatched studies');
  useChanges('modality-gateway');
  const { data: studies, error, refetch } = useQuery(unmatched);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Unmatched studies</h1>
          <div className="quiet">Kept with every byte; not forwarded to the PACS before they belong to an exam. Open one to say which.</div>
        </div>
      </div>
      {error && <Failure error={error} again={refetch} />}
      <div className="sheet">{studies ? <Studies studies={studies} /> : !error && <Waiting what="Loading the studies" />}</div>
    </div>
  );
};

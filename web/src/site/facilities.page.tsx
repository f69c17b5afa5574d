import type { scheduling } from '@osteon/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { Later } from '../shell/later.view.js';
import { useSession } from '../shell/session.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { DocumentForm } from './document-form.view.js';
import { siteDocuments } from './sites.api.js';

const Documents = ({ sites }: { sites: readonly scheduling.SiteV1[] }) => {
  const [picked, setPicked] = useState<string>();
  const site = sites.find(({ facilityId }) => facilityId === picked) ?? sites[0];
  if (!site) return <p>No facility is configured yet. The first document of a facility is applied by HTTP.</p>;
  return (
    <>
      <div className="page-head">
        <NativeSelect
          label="Facility"
          data={sites.map(({ facilityId, name }) => ({ value: facilityId, label: name }))}
          value={site.facilityId}
          onChange={({ currentTarget }) => setPicked(currentTarget.value)}
        />
        <span className="quiet figure">Version {site.version} stands</span>
      </div>
      <DocumentForm key={site.facilityId} site={site} />
    </>
  );
};

/** Where an administrator begins: everything that is configured for a facility, as one document. */
export const FacilitiesPage = () => {
  useTitle('Facilities');
  useChanges('scheduling');
  const session = useSession();
  const { data: sites, error, refetch } = useQuery(siteDocuments);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Facilities</h1>
          <div className="quiet">Zone, senders, devices, receivers, archives, precision and letterhead: one document for each facility.</div>
        </div>
      </div>
      {error && <Failure error={error} again={refetch} />}
      {sites ? (
        <Documents sites={sites.filter(({ facilityId }) => session.may('configure-site', facilityId))} />
      ) : (
        !error && <Waiting what="Loading the documents" />
      )}
      <Later>forms for devices, senders and receivers, a test of each connection, and users.</Later>
    </div>
  );
};

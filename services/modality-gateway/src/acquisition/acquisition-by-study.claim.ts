import { claim, type Transaction } from '@osteon/event-store';
import { acquisitions } from './acquisition.aggregate.js';

/** One study of a facility is one acquisition; two associations at once cannot both begin it. */
export const acquisitionByStudy = claim(acquisitions, 'acquisition-by-study', ['acquisition_claims'], {
  AcquisitionBegun: (tx, { event: { data } }) =>
    tx.query('insert into acquisition_claims (facility_id, study_instance_uid, acquisition_id) values ($1, $2, $3)', [
      data.facilityId,
      data.studyInstanceUID,
      data.acquisitionId,
    ]),
});

/** The acquisition of this study, where there is one. */
export const acquisitionOfStudy = async (tx: Transaction, facilityId: string, studyInstanceUID: string): Promise<string | undefined> => {
  const [row] = await tx.query<{ acquisition_id: string }>(
    'select acquisition_id from acquisition_claims where facility_id = $1 and study_instance_uid = $2',
    [facilityId, studyInstanceUID],
  );
  return row?.acquisition_id;
};

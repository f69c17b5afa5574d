import { AssociationLost, AssociationRejected, reportCommitment, type CommitmentResult } from '@osteon/dicom';
import type { scheduling } from '@osteon/contracts';
import type { AskedCommitment } from '../commitment/commitment.js';
import { outcomeOfReport } from './outcome-of-report.js';
import type { Heard } from './report-commitment.js';

/** Says a result on a new association to the address that is configured for the device, with the roles turned round (PS3.7 D.3.3.4). */
export const callDevice = async (
  device: scheduling.SiteDevice | undefined,
  { callingAETitle }: AskedCommitment,
  result: CommitmentResult,
): Promise<Heard> => {
  if (device?.host === undefined || device.port === undefined) return { heard: false, why: 'NO_ADDRESS' };
  const peer = { host: device.host, port: device.port, calledAETitle: callingAETitle, callingAETitle: device.calledAETitle };
  try {
    return outcomeOfReport(await reportCommitment(peer, result));
  } catch (error) {
    if (error instanceof AssociationRejected) return { heard: false, why: 'ASSOCIATION_REJECTED' };
    if (error instanceof AssociationLost) return { heard: false, why: 'ASSOCIATION_LOST' };
    throw error;
  }
};

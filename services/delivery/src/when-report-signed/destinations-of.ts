import type { scheduling } from '@osteon/contracts';
import type { Destination } from '../delivery/destination.js';

/** Every receiver of the facility, and every archive that takes reports. */
export const destinationsOf = ({ receivers, archives }: scheduling.SiteV1): Destination[] => [
  ...receivers.map(({ id }): Destination => ({ kind: 'emr', id })),
  ...archives.filter(({ accepts }) => accepts.includes('reports')).map(({ id }): Destination => ({ kind: 'pacs', id })),
];

import type { scheduling } from '@osteon/contracts';

/** NORTH: one densitometer, a RIS that fills orders, a HIS that places them, an EMR and a PACS. */
export const north: scheduling.SiteDocument = {
  facilityId: 'NORTH',
  name: 'North Hospital',
  assigningAuthority: 'NORTH',
  zone: 'Europe/Berlin',
  languages: ['en'],
  policy: 'default',
  senders: [
    { id: 'north-ris', sendingApplication: 'RIS', sendingFacility: 'NORTH', ackMode: 'as-asked', role: 'ris' },
    { id: 'north-his', sendingApplication: 'HIS', sendingFacility: 'NORTH', ackMode: 'original', role: 'his', charset: '8859/1' },
  ],
  devices: [
    {
      id: 'north-idxa',
      calledAETitle: 'OSTEON',
      aeTitles: ['IDXA1'],
      worklistModalities: ['BMD', 'OT'],
      charset: 'ISO_IR 100',
      profile: { expected: [{ protocolName: 'AP Spine', kind: 'image' }] },
    },
  ],
  receivers: [
    { id: 'north-emr', host: '127.0.0.1', port: 2576, receivingApplication: 'EMR', receivingFacility: 'NORTH', version: '2.5.1', charset: 'UNICODE UTF-8' },
  ],
  archives: [{ id: 'north-pacs', aeTitle: 'PACS', callingAETitle: 'OSTEON', host: '127.0.0.1', port: 4242, accepts: ['images', 'reports'] }],
  precision: [],
  letterhead: { lines: ['North Hospital', 'Bone densitometry'] },
};

/** SOUTH: another hospital of the network, whose densitometer and RIS call themselves the same. */
export const south: scheduling.SiteDocument = {
  ...north,
  facilityId: 'SOUTH',
  name: 'South Hospital',
  assigningAuthority: 'SOUTH',
  senders: [{ id: 'south-ris', sendingApplication: 'RIS', sendingFacility: 'SOUTH', ackMode: 'as-asked', role: 'ris' }],
  devices: north.devices.map((device) => ({ ...device, id: 'south-idxa', calledAETitle: 'OSTEON_S' })),
  receivers: [],
  archives: [],
};

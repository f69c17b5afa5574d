import type { Places } from '../platform/places.js';

/** Where the peers of the demo listen. */
export interface PeerPorts {
  readonly emr: number;
  readonly pacs: number;
  /** Where the densitometer hears, later, that its objects are safe. */
  readonly device: number;
}

const image = (protocolName: string) => ({ protocolName, kind: 'image' });

/** North Hospital as one site document: its HIS and RIS, its densitometer, its record system and its archive. */
export const northSite = ({ emr, pacs, device }: PeerPorts) => ({
  facilityId: 'NORTH',
  name: 'North Hospital',
  assigningAuthority: 'NORTH',
  zone: 'Europe/Berlin',
  languages: ['en'],
  policy: 'default',
  senders: [
    { id: 'ris', sendingApplication: 'RIS', sendingFacility: 'NORTH', ackMode: 'as-asked', role: 'ris' },
    { id: 'his', sendingApplication: 'HIS', sendingFacility: 'NORTH', ackMode: 'as-asked', role: 'his' },
  ],
  devices: [
    {
      id: 'idxa-1',
      calledAETitle: 'OSTEON',
      aeTitles: ['IDXA1'],
      addresses: ['127.0.0.1', '::1'],
      host: '127.0.0.1',
      port: device,
      manufacturer: 'GE Healthcare',
      model: 'Lunar iDXA',
      serial: 'ME+200123',
      worklistModalities: ['BMD', 'OT', 'CR'],
      charset: 'ISO_IR 192',
      profile: { expected: [image('AP Spine'), image('Left Femur'), image('Right Femur'), { protocolName: 'DXA Report', kind: 'results' }] },
    },
  ],
  receivers: [
    { id: 'emr', host: '127.0.0.1', port: emr, receivingApplication: 'EMR', receivingFacility: 'NORTH', version: '2.5.1', charset: 'UNICODE UTF-8' },
  ],
  archives: [{ id: 'pacs', aeTitle: 'PACS', callingAETitle: 'OSTEON', host: '127.0.0.1', port: pacs, accepts: ['images', 'reports'] }],
  precision: [],
  letterhead: { lines: ['North Hospital', 'Bone densitometry', '1 Birch Lane, Springfield'] },
});

/** Ports of the peers, beside the platform's own; each can be set by its variable. */
export const peerPorts = ({ ports }: Places): PeerPorts => ({
  emr: Number(process.env['OSTEON_DEMO_EMR_PORT'] ?? ports.mllp + 1),
  pacs: Number(process.env['OSTEON_DEMO_PACS_PORT'] ?? ports.dicom + 1),
  device: Number(process.env['OSTEON_DEMO_DEVICE_PORT'] ?? ports.dicom + 3),
});

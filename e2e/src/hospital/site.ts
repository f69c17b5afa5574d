const port = (name: string): number => Number(process.env[name]);

/** Where the foreign systems of this run listen. */
export const peerPorts = () => ({
  emr: port('OSTEON_E2E_EMR_PORT'),
  pacs: { dicom: port('OSTEON_E2E_PACS_PORT'), http: port('OSTEON_E2E_PACS_HTTP_PORT') },
});

/** North Hospital as the administrator sets it up. */
export const northHospital = () => {
  const { emr, pacs } = peerPorts();
  const image = (protocolName: string) => ({ protocolName, kind: 'image' });
  const device = { calledAETitle: 'OSTEON', addresses: ['127.0.0.1', '::1'], worklistModalities: ['BMD', 'OT', 'CR'], charset: 'ISO_IR 192' };
  return {
    facilityId: 'NORTH',
    version: 1,
    name: 'North Hospital',
    assigningAuthority: 'NORTH',
    zone: 'Europe/Berlin',
    languages: ['en'],
    policy: 'default',
    senders: [{ id: 'ris', sendingApplication: 'RIS', sendingFacility: 'NORTH', ackMode: 'as-asked', role: 'ris' }],
    devices: [
      {
        ...device,
        id: 'idxa-1',
        aeTitles: ['IDXA1'],
        manufacturer: 'GE Healthcare',
        model: 'Lunar iDXA',
        serial: 'ME+200123',
        profile: { expected: [image('AP Spine'), image('Left Femur'), image('Right Femur'), { protocolName: 'DXA Report', kind: 'results' }] },
      },
      { ...device, id: 'old-spine', aeTitles: ['SPINE1'], manufacturer: 'GE Healthcare', model: 'Lunar DPX', serial: '6812', profile: { expected: [image('AP Spine')] } },
    ],
    receivers: [{ id: 'emr', host: '127.0.0.1', port: emr, receivingApplication: 'EMR', receivingFacility: 'NORTH', version: '2.5.1', charset: 'UNICODE UTF-8' }],
    archives: [{ id: 'pacs', aeTitle: 'PACS', callingAETitle: 'OSTEON', host: '127.0.0.1', port: pacs.dicom, accepts: ['images', 'reports'] }],
    precision: [],
    letterhead: { lines: ['North Hospital', 'Bone densitometry', '1 Birch Lane, Springfield'] },
  };
};

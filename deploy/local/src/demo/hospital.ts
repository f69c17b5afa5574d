import { densitometer } from '@osteon/densitometer';
import { controlIds, orderSender } from '@osteon/hospital';
import type { Platform } from '../platform/start-platform.js';
import { apiFor, ApiRefusal } from './api.js';
import { northSite, peerPorts } from './north-site.js';
import { startPeers, type Peers } from './peers.js';
import type { Cast } from './story.js';

/** The administrator sets North Hospital up; a second start finds it as it was. */
const setUp = async (platform: Platform): Promise<void> => {
  const administrator = await apiFor(platform, 'adler');
  const ports = peerPorts(platform.places);
  await administrator.put('/scheduling/sites/NORTH', northSite(ports, 1)).catch((error: unknown) => {
    if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
  });
};

/** North Hospital around the platform: its order sender, densitometer, record system and archive, and its people. */
export const startHospital = async (platform: Platform): Promise<{ cast: Cast; peers: Peers }> => {
  const { places } = platform;
  const peers = await startPeers(places, peerPorts(places));
  try {
    await setUp(platform);
    const [frontDesk, physician] = await Promise.all([apiFor(platform, 'frank'), apiFor(platform, 'lee')]);
    const to = { host: '127.0.0.1', port: places.ports.mllp };
    const ris = orderSender(to, { zone: 'Europe/Berlin', application: 'RIS', facility: 'NORTH', authority: 'NORTH' }, { ids: controlIds('RIS') });
    const device = densitometer({ host: '127.0.0.1', port: places.ports.dicom, calledAETitle: 'OSTEON', callingAETitle: 'IDXA1' });
    return { cast: { ris, densitometer: device, peers, frontDesk, physician }, peers };
  } catch (error) {
    await peers.stop();
    throw error;
  }
};

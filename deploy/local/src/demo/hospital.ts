import { densitometer, northIDXA, type Server } from '@osteon/densitometer';
import { echo, instantToDAandTM } from '@osteon/dicom';
import { adtSender, controlIds, orderSender } from '@osteon/hospital';
import { z } from 'zod';
import { apiFor, type Signing } from './api.js';
import { northSite, peerPorts } from './north-site.js';
import { startPeers, type Peers } from './peers.js';
import type { Cast } from './story.js';
import { until } from './until.js';

/** The hospital's time zone. */
export const zone = 'Europe/Berlin';

const knownSites = z.object({ sites: z.array(z.object({ facilityId: z.string(), version: z.number() })) });

/**
 * The administrator sets North Hospital up; a later start finds it, and brings it to the ports of today. Resolves when the gateway
 * knows it: when it answers the densitometer's C-ECHO, what a technologist tries first. `ports`: where Osteon finds the peers.
 */
export const setUpNorth = async (platform: Signing, ports = peerPorts(platform.places)): Promise<Server> => {
  const administrator = await apiFor(platform, 'adler');
  const { sites } = knownSites.parse(await administrator.get('/scheduling/sites'));
  const known = sites.find(({ facilityId }) => facilityId === 'NORTH');
  await administrator.put('/scheduling/sites/NORTH', northSite(ports), known?.version);
  const dicom = { host: '127.0.0.1', port: platform.places.ports.dicom, calledAETitle: 'OSTEON' };
  await until(() => echo({ ...dicom, callingAETitle: northIDXA.AETitle }).catch(() => undefined));
  return dicom;
};

/**
 * North Hospital around the platform: its HIS and RIS, densitometer, record system and archive, and its people. `ports`: where Osteon
 * finds the peers, should something stand between.
 */
export const startHospital = async (platform: Signing, ports = peerPorts(platform.places)): Promise<{ cast: Cast; peers: Peers }> => {
  const { places } = platform;
  const peers = await startPeers(places, peerPorts(places));
  try {
    const dicom = await setUpNorth(platform, ports);
    const [frontDesk, physician] = await Promise.all([apiFor(platform, 'frank'), apiFor(platform, 'lee')]);
    const to = { host: '127.0.0.1', port: places.ports.mllp };
    const north = { zone, facility: 'NORTH', authority: 'NORTH' };
    const his = adtSender(to, { ...north, application: 'HIS' }, { ids: controlIds('HIS') });
    const ris = orderSender(to, { ...north, application: 'RIS' }, { ids: controlIds('RIS') });
    const now = () => instantToDAandTM(new Date().toISOString(), zone);
    return { cast: { his, ris, densitometer: densitometer(), dicom, now, peers, frontDesk, physician }, peers };
  } catch (error) {
    await peers.stop();
    throw error;
  }
};

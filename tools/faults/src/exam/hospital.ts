import { apiFor, northSite, peerPorts, startPeers, type Api, type Peers } from '@osteon/local/demo';
import { startPlatform, type Places, type Platform } from '@osteon/local/platform';
import { densitometer, northIDXA, type Densitometer, type Server } from '@osteon/densitometer';
import { echo, instantToDAandTM } from '@osteon/dicom';
import { adtSender, controlIds, orderSender, type AdtSender, type OrderSender } from '@osteon/hospital';
import { z } from 'zod';
import { startProxy, type Proxy } from '../peers/proxy.js';
import { persist } from './persist.js';

const zone = 'Europe/Berlin';

/** People who ask through the API; they sign in anew for each exam. */
export interface Staff {
  readonly frontDesk: Api;
  readonly physician: Api;
}

/** The platform, and North Hospital around it; record system and archive stand behind proxies. */
export interface Hospital {
  readonly platform: Platform;
  readonly peers: Peers;
  readonly proxies: { readonly emr: Proxy; readonly pacs: Proxy };
  readonly his: AdtSender;
  readonly ris: OrderSender;
  readonly densitometer: Densitometer;
  /** Where the densitometer finds Osteon. */
  readonly dicom: Server;
  /** Now, on the console's clock. */
  now(): { readonly DA: string; readonly TM: string };
  staff(): Promise<Staff>;
  close(): Promise<void>;
}

const knownSites = z.object({ sites: z.array(z.object({ facilityId: z.string(), version: z.number() })) });

const setUp = async (platform: Platform, ports: ReturnType<typeof peerPorts>): Promise<void> => {
  const administrator = await apiFor(platform, 'adler');
  const { sites } = knownSites.parse(await administrator.get('/scheduling/sites'));
  const known = sites.find(({ facilityId }) => facilityId === 'NORTH');
  await administrator.put('/scheduling/sites/NORTH', northSite(ports), known?.version);
};

/** Where the hospital is opened, and what is told and added there. */
export interface Opening {
  readonly places: Places;
  readonly say: (line: string) => void;
  /** Joins the environment of each service. */
  readonly added: NodeJS.ProcessEnv;
}

const around = async (platform: Platform): Promise<Hospital> => {
  const { places } = platform;
  const ports = peerPorts(places);
  const peers = await startPeers(places, ports);
  const [emr, pacs] = await Promise.all([startProxy(ports.emr), startProxy(ports.pacs)]);
  const close = async (): Promise<void> => {
    await platform.stop();
    await Promise.all([emr.close(), pacs.close()]);
    await peers.stop();
  };
  await setUp(platform, { ...ports, emr: emr.port, pacs: pacs.port });
  const dicom = { host: '127.0.0.1', port: places.ports.dicom, calledAETitle: 'OSTEON' };
  await persist('C-ECHO', () => echo({ ...dicom, callingAETitle: northIDXA.AETitle }));
  const to = { host: '127.0.0.1', port: places.ports.mllp };
  const north = { zone, facility: 'NORTH', authority: 'NORTH' };
  return {
    ...{ platform, peers, dicom, close, proxies: { emr, pacs }, densitometer: densitometer() },
    his: adtSender(to, { ...north, application: 'HIS' }, { ids: controlIds('HIS') }),
    ris: orderSender(to, { ...north, application: 'RIS' }, { ids: controlIds('RIS') }),
    now: () => instantToDAandTM(new Date().toISOString(), zone),
    staff: async () => {
      const [frontDesk, physician] = await Promise.all([apiFor(platform, 'frank'), apiFor(platform, 'lee')]);
      return { frontDesk, physician };
    },
  };
};

/** Starts everything; where that fails nothing is left running. */
export const openHospital = async ({ places, say, added }: Opening): Promise<Hospital> => {
  const platform = await startPlatform(places, say, undefined, added);
  try {
    return await around(platform);
  } catch (error) {
    await platform.stop();
    throw error;
  }
};

import { apiFor, peerPorts, startHospital, type Api, type Cast } from '@osteon/local/demo';
import { startPlatform, type Places, type Platform } from '@osteon/local/platform';
import { startProxy, type Proxy } from '../peers/proxy.js';

/** People who ask through the API; they sign in anew for each exam. */
export type Staff = Pick<Cast, 'frontDesk' | 'physician'>;

/** The platform, and North Hospital around it; record system and archive stand behind proxies. */
export interface Hospital extends Omit<Cast, keyof Staff> {
  readonly platform: Platform;
  readonly proxies: { readonly emr: Proxy; readonly pacs: Proxy };
  staff(): Promise<Staff>;
  /** Whoever runs the platform. */
  operations(): Promise<Api>;
  close(): Promise<void>;
}

/** Where the hospital is opened, and what is told and added there. */
export interface Opening {
  readonly places: Places;
  readonly say: (line: string) => void;
  /** Joins the environment of each service. */
  readonly added: NodeJS.ProcessEnv;
}

const around = async (platform: Platform): Promise<Hospital> => {
  const ports = peerPorts(platform.places);
  const [emr, pacs] = await Promise.all([startProxy(ports.emr), startProxy(ports.pacs)]);
  const { cast, peers } = await startHospital(platform, { ...ports, emr: emr.port, pacs: pacs.port });
  return {
    ...cast,
    ...{ platform, proxies: { emr, pacs } },
    staff: async () => {
      const [frontDesk, physician] = await Promise.all([apiFor(platform, 'frank'), apiFor(platform, 'lee')]);
      return { frontDesk, physician };
    },
    operations: () => apiFor(platform, 'osei'),
    close: async () => {
      await platform.stop();
      await Promise.all([emr.close(), pacs.close()]);
      await peers.stop();
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

import { join } from 'node:path';
import type { Places, ServiceName } from './places.js';

export interface Backing {
  readonly databaseUrls: Readonly<Record<ServiceName, string>>;
  readonly brokers: string;
}

const own: Readonly<Record<ServiceName, (places: Places) => NodeJS.ProcessEnv>> = {
  scheduling: ({ ports }) => ({ OSTEON_MLLP_HOST: '127.0.0.1', OSTEON_MLLP_PORT: String(ports.mllp) }),
  'modality-gateway': ({ ports }) => ({ OSTEON_DICOM_HOST: '127.0.0.1', OSTEON_DICOM_PORT: String(ports.dicom) }),
  reading: () => ({}),
  reporting: () => ({}),
  delivery: () => ({}),
};

/** The environment of one service; the single place where the local platform decides it. */
export const serviceEnvironment = (name: ServiceName, places: Places, { databaseUrls, brokers }: Backing): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_ENV: 'production',
  TZ: 'UTC',
  OSTEON_DATABASE_URL: databaseUrls[name],
  OSTEON_KAFKA_BROKERS: brokers,
  // What a killed service held is free for its successor after 6 s (Kafka) and 2 s (leases) instead of 30 and 10: here they are one copy each, on one machine.
  OSTEON_KAFKA_SESSION_TIMEOUT_MS: '6000',
  OSTEON_LEASE_MS: '2000',
  OSTEON_OBJECT_STORE: join(places.kept, 'objects'),
  OSTEON_ISSUER: `${places.origin}/oidc`,
  OSTEON_AUDIENCE: 'osteon',
  OSTEON_HTTP_HOST: '127.0.0.1',
  OSTEON_HTTP_PORT: String(places.ports.services[name]),
  ...own[name](places),
});

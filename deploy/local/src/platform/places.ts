import { join } from 'node:path';

const number = (name: string, otherwise: number): number => {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65535) throw new Error(`${name} is not a port.`);
  return value;
};

/** The five services in workflow order. */
export const serviceNames = ['scheduling', 'modality-gateway', 'reading', 'reporting', 'delivery'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Where everything of the local platform lies and listens. Each port can be set by the variable beside it. */
export interface Places {
  readonly root: string;
  /** All that the platform keeps: database, broker, objects, credentials, logs. */
  readonly kept: string;
  readonly ports: {
    readonly web: number;
    readonly dicom: number;
    readonly mllp: number;
    readonly postgres: number;
    readonly kafka: number;
    readonly services: Readonly<Record<ServiceName, number>>;
  };
  readonly origin: string;
}

/** Reads the places from the environment; `OSTEON_HOME` is the one folder that `npm run reset` erases. */
export const readPlaces = (root = join(import.meta.dirname, '../../../..')): Places => {
  const web = number('OSTEON_WEB_PORT', 8080);
  const first = number('OSTEON_SERVICES_PORT', 8101);
  const [scheduling, gateway, reading, reporting, delivery] = [first, first + 1, first + 2, first + 3, first + 4];
  return {
    root,
    kept: process.env['OSTEON_HOME'] ?? join(root, '.osteon'),
    ports: {
      web,
      dicom: number('OSTEON_DICOM_PORT', 11112),
      mllp: number('OSTEON_MLLP_PORT', 2575),
      postgres: number('OSTEON_POSTGRES_PORT', 54329),
      kafka: number('OSTEON_KAFKA_PORT', 19092),
      services: { scheduling, 'modality-gateway': gateway, reading, reporting, delivery },
    },
    origin: `http://localhost:${web}`,
  };
};

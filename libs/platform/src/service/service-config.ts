import { z } from 'zod';
import { list, listenHost, port, readConfig, yesOrNo, type Environment } from '../config/index.js';
import type { ServiceDefinition } from './definition.js';

/** What every service is told by its environment. */
const platformConfig = {
  databaseUrl: z.string().min(1),
  databasePool: z.coerce.number().int().min(2).default(10),
  kafkaBrokers: list(),
  /** Put before topics and groups, so that tests share a broker. */
  kafkaPrefix: z.string().default(''),
  kafkaSessionTimeoutMs: z.coerce.number().int().min(6_000).default(30_000),
  /** How long timers and senders of a copy that was killed wait for another one; the relay waits half of it. */
  leaseMs: z.coerce.number().int().min(1_000).default(10_000),
  /** A folder; shared by all services. */
  objectStore: z.string().min(1),
  issuer: z.url(),
  /** Where the issuer's keys are, if its own address does not lead to it from here (in a container); absent: where its discovery says. */
  issuerKeys: z.url().optional(),
  audience: z.string().default('osteon'),
  httpPort: port(),
  httpHost: listenHost(),
  /** Shows messages of errors in the log. They can repeat what a patient is called: on a developer's machine only. */
  logErrorMessages: yesOrNo().default(false),
};

export type PlatformConfig = z.infer<z.ZodObject<typeof platformConfig>>;

/** The type of a service's own part: `@Inject(ServiceConfig) config: ConfigOf<typeof schedulingConfig>`. */
export type ConfigOf<S extends z.ZodRawShape> = z.infer<z.ZodObject<S>> & PlatformConfig;

/** Injection token of the configuration, the service's own part included. */
export const ServiceConfig = Symbol('ServiceConfig');

/** The whole configuration of a service, read once; throws ConfigError with all problems. */
export const configOf = (service: ServiceDefinition, environment: Environment): PlatformConfig =>
  readConfig({ ...platformConfig, ...service.config }, environment);

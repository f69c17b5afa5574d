import { list, readConfig } from '@osteon/platform/config';
import { z } from 'zod';
import { createTopics } from '../kafka/create-topics.js';
import { createServiceDatabase } from '../postgres/service-database.js';

const password = z.string().min(12);

/** Makes what is absent of roles, schemas and topics, before the services migrate; again it changes nothing but passwords. */
const config = readConfig(
  {
    adminDatabaseUrl: z.string().min(1),
    kafkaBrokers: list(),
    passwordScheduling: password,
    passwordModalityGateway: password,
    passwordReading: password,
    passwordReporting: password,
    passwordDelivery: password,
  },
  process.env,
);
const passwords = {
  scheduling: config.passwordScheduling,
  'modality-gateway': config.passwordModalityGateway,
  reading: config.passwordReading,
  reporting: config.passwordReporting,
  delivery: config.passwordDelivery,
};

for (const [service, secret] of Object.entries(passwords)) {
  await createServiceDatabase({ adminUrl: config.adminDatabaseUrl, service, password: secret });
}
await createTopics(config.kafkaBrokers);
console.log('roles, schemas and topics are there');

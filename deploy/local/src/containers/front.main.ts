import { join } from 'node:path';
import { listenHost, port, readConfig } from '@osteon/platform/config';
import { z } from 'zod';
import { startIngress } from '../ingress/ingress.js';
import { askedToEnd, untilAsked } from '../platform/asked-to-end.js';
import { serviceNames } from '../platform/places.js';
import { localCredentials } from '../sign-in/credentials.js';
import { signIn } from '../sign-in/sign-in.js';

/** The one address of the platform in containers: web application, sign-in of the invented people, and each service by its name. */
const asked = askedToEnd();
const config = readConfig({ httpHost: listenHost(), httpPort: port(), servicePort: port(), origin: z.url(), signInFile: z.string().min(1) }, process.env);

const ingress = await startIngress({
  host: config.httpHost,
  port: config.httpPort,
  services: Object.fromEntries(serviceNames.map((name) => [name, config.servicePort])),
  hostOf: (name) => name,
  web: join(import.meta.dirname, '../../../../web/dist'),
  signIn: signIn(config.origin, await localCredentials(config.signInFile)),
});
console.log(`Osteon is at ${config.origin}`);
await untilAsked(asked);
await ingress.stop();
process.exit(0);

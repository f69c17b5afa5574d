import { listenHost, port } from '@osteon/platform/config';

/** OSTEON_MLLP_PORT and OSTEON_MLLP_HOST: where orders come in. The rest is every service's. */
export const schedulingConfig = { mllpPort: port(), mllpHost: listenHost() };

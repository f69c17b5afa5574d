import { listenHost, port } from '@osteon/platform/config';
import type { ConfigOf } from '@osteon/platform/service';

/** The gateway's own part of the configuration. */
export const gatewayConfig = { dicomHost: listenHost(), dicomPort: port() };

export type GatewayConfig = ConfigOf<typeof gatewayConfig>;

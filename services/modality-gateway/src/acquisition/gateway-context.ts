import { system, type Context } from '@osteon/identity';

/** The gateway acts by itself: on what devices sent, on a timer, on an archive's answer. */
export const gatewayContext = (at: string, correlationId: string): Context => ({ at, by: system('modality-gateway'), correlationId });

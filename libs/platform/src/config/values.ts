import { z } from 'zod';

/** A TCP port; 0 lets the system choose (tests). */
export const port = () => z.coerce.number().int().min(0).max(65_535);

/** Where a server listens; only this machine unless it is said. */
export const listenHost = () => z.string().min(1).default('127.0.0.1');

/** `yes` or `no`. */
export const yesOrNo = () => z.enum(['yes', 'no']).transform((word) => word === 'yes');

/** Several, with commas. */
export const list = () =>
  z
    .string()
    .min(1)
    .transform((text) => text.split(',').map((entry) => entry.trim()));

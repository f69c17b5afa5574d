import type { z } from 'zod';
import { publishedEvent } from '../contract.js';
import { receivedScan } from './scan-received.v1.js';

/** Objects came after the study was complete, and its numbers were looked for again: the whole study as it is now. Published under examId. */
export const ScanExtended = publishedEvent('modality-gateway', 'ScanExtended', 1, receivedScan);

export type ScanExtendedV1 = z.infer<typeof ScanExtended.schema>;

import { hexadecimal, isDelivered } from '@osteon/dicom';
import type { Heard } from './report-commitment.js';

/** What a device's answer to N-EVENT-REPORT means: success and warnings are heard, anything else is not. */
export const outcomeOfReport = (status: number): Heard =>
  isDelivered(status) ? { heard: true } : { heard: false, why: 'REFUSED', status: hexadecimal(status) };

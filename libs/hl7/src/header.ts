import type { Message } from './message.js';
import { read } from './read.js';

/** MSH as a router reads it (v2.5.1 ch. 2.15.9). Absent parts are empty texts. */
export interface Header {
  /** MSH-3 and MSH-4 */
  readonly sendingApplication: string;
  readonly sendingFacility: string;
  /** MSH-5 and MSH-6 */
  readonly receivingApplication: string;
  readonly receivingFacility: string;
  /** MSH-7 as written */
  readonly sentAt: string;
  /** MSH-9.1 and MSH-9.2; the structure (9.3) is often wrong and decides nothing. */
  readonly type: string;
  readonly event: string;
  /** MSH-10 */
  readonly controlId: string;
  /** MSH-12 */
  readonly version: string;
}

/** What MSH says. */
export const headerOf = (message: Message): Header => {
  const at = (position: string): string => read(message, position) ?? '';
  return {
    sendingApplication: at('MSH-3'),
    sendingFacility: at('MSH-4'),
    receivingApplication: at('MSH-5'),
    receivingFacility: at('MSH-6'),
    sentAt: at('MSH-7'),
    type: at('MSH-9.1'),
    event: at('MSH-9.2'),
    controlId: at('MSH-10'),
    version: at('MSH-12'),
  };
};

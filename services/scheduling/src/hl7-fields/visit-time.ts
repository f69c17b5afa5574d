import type { Message } from '@osteon/hl7';
import type { Heard } from '../hl7-messages/heard.js';
import { firstFilled } from './first-filled.js';
import { hl7Time } from './hl7-time.js';

/** When what a visit message tells of has happened, in UTC: EVN-6, else when it was written down (EVN-2, MSH-7). */
export const visitTime = (message: Message, { sender, site }: Heard): string | undefined => {
  const said = firstFilled(message, ['EVN-6', 'EVN-2', 'MSH-7']);
  return said && hl7Time(said, sender.zone ?? site.zone).at;
};

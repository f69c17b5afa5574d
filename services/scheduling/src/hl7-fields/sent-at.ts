import type { Message } from '@osteon/hl7';
import type { Heard } from '../hl7-messages/heard.js';
import { firstFilled } from './first-filled.js';
import { hl7Time } from './hl7-time.js';

/** MSH-7 in UTC: of two words about one thing the newer one counts. Absent where the sender says none. */
export const sentAt = (message: Message, { sender, site }: Heard): string | undefined => {
  const sent = firstFilled(message, ['MSH-7']);
  return sent && hl7Time(sent, sender.zone ?? site.zone).at;
};

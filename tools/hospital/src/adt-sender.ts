import type { MllpAddress } from '@osteon/hl7';
import { adtMessage, type Adt } from './adt-message.js';
import { messageSender, type Answer, type Hospital, type Sending } from './send-message.js';

/** North Hospital's HIS: says over MLLP who its patients are and that they have come, and tells what was answered. */
export interface AdtSender {
  send(adt: Adt): Promise<Answer>;
}

export const adtSender = (to: MllpAddress, hospital: Hospital, sending: Sending): AdtSender => {
  const send = messageSender(to, hospital, sending);
  return { send: (adt) => send((sent) => adtMessage(adt, sent)) };
};

import { segment, writeTime, type Charset, type Message } from '@osteon/hl7';
import { cx, msh, pid, pv1, type Envelope } from './envelope.js';
import type { InventedPatient } from './people.js';

/** What ADT tells of: a visit (A01, A04, A05, cancelled by A11, A38), a person (A08, A28, A31), or two numbers of one person (A40, A47). */
export type AdtEvent = 'A01' | 'A04' | 'A05' | 'A08' | 'A11' | 'A28' | 'A31' | 'A38' | 'A40' | 'A47';

/** One ADT message as a HIS means it: about the patient as they are now. */
export interface Adt {
  readonly event: AdtEvent;
  readonly charset: Charset;
  readonly patient: InventedPatient;
  /** MRG-1 of a merge or a change: the number by which the patient was known before. */
  readonly priorNumber?: string;
}

/** The ADT message in 2.5.1. What has happened (EVN-6) has happened when it is sent. */
export const adtMessage = ({ event, charset, patient, priorNumber }: Adt, sent: Envelope): Message => {
  const at = writeTime(sent.sentAt, sent.zone);
  const evn = segment('EVN', { 1: event, 2: at, 6: at });
  const rest = priorNumber === undefined ? pv1(sent) : segment('MRG', { 1: cx(priorNumber, sent) });
  return { charset, segments: [msh({ type: ['ADT', event], version: '2.5.1', charset }, sent), evn, pid(patient, sent), rest] };
};

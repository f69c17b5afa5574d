import { segment, writeDate, writeTime, xpn, type Charset, type RepetitionInput, type Segment } from '@osteon/hl7';
import type { InventedPatient } from './people.js';

/** Who sends, to whom, and when; one MSH-10 for each message. */
export interface Envelope {
  readonly controlId: string;
  /** ISO 8601 */
  readonly sentAt: string;
  readonly zone: string;
  /** MSH-3 and MSH-4 */
  readonly application: string;
  readonly facility: string;
  /** Authority of the patient numbers, PID-3.4. */
  readonly authority: string;
}

/** What kind of message it is (MSH-9), in which version and character set. */
export interface Kind {
  readonly type: RepetitionInput;
  readonly version: '2.3.1' | '2.4' | '2.5.1';
  readonly charset: Charset;
}

/** MSH of a message to Osteon. */
export const msh = ({ type, version, charset }: Kind, sent: Envelope): Segment =>
  segment('MSH', {
    3: sent.application,
    4: sent.facility,
    5: 'OSTEON',
    6: sent.facility,
    7: writeTime(sent.sentAt, sent.zone),
    9: type,
    10: sent.controlId,
    11: 'P',
    12: version,
    18: charset,
  });

/** A patient number with its authority (CX). */
export const cx = (number: string, { authority }: Pick<Envelope, 'authority'>): RepetitionInput => [number, '', '', authority, 'MR'];

/** PID of an invented patient. */
export const pid = (patient: InventedPatient, sent: Envelope): Segment =>
  segment('PID', {
    1: '1',
    3: cx(patient.number, sent),
    5: xpn(patient.name),
    7: writeDate(patient.birthDate),
    8: patient.sex,
    10: patient.race && [patient.race.code, patient.race.text, 'HL70005'],
    11: ['1 Birch Lane', '', 'Springfield', '', '00001'],
  });

/** PV1 of an outpatient who comes for a scan. */
export const pv1 = ({ facility }: Envelope): Segment => segment('PV1', { 1: '1', 2: 'O', 3: ['DXA', '', '', facility] });

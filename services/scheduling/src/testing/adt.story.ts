import type { Changes } from '../receive-order/orders.story.js';

/** When a message is sent, by the wall clock of NORTH. */
const at = (time: string): string => `20260504${time}`;

/** What a HIS says of Ms Okafor in 2.4; `time` (HHMMSS on 4 May) is MSH-7 and EVN-2. */
export const adt = (event: string, id: string, time: string, changes: Changes = {}): Buffer => {
  const segments = [
    `MSH|^~\\&|HIS|NORTH|OSTEON|NORTH|${at(time)}||ADT^${event}|${id}|P|2.4||||||8859/1`,
    `EVN|${event}|${at(time)}`,
    'PID|1||4711^^^NORTH^MR||OKAFOR^ADA^MAE^JR^MRS||19560302|F||2106-3^White^HL70005|1 BIRCH LANE^^SPRINGFIELD^^00001',
    'PV1|1|O|DXA^^^NORTH',
  ];
  const text = Object.entries(changes).reduce((written, [from, to]) => written.replace(from, to), segments.join('\r'));
  return Buffer.from(`${text}\r`, 'latin1');
};

/** One pair of a merge: who stays (PID-3) and by what they were known before (MRG-1). */
export interface MergedPair {
  readonly survivor: string;
  readonly loser: string;
}

/** A merge (A40) or another number (A47) as a HIS says it in 2.5.1, of one or several people. */
export const merge = (event: 'A40' | 'A47', id: string, ...pairs: readonly MergedPair[]): Buffer => {
  const segments = [
    `MSH|^~\\&|HIS|NORTH|OSTEON|NORTH|${at('100000')}||ADT^${event}^ADT_A39|${id}|P|2.5.1||||||8859/1`,
    `EVN|${event}|${at('100000')}`,
    ...pairs.flatMap(({ survivor, loser }) => [`PID|1||${survivor}||OKAFOR^ADA||19560302|F`, `MRG|${loser}`]),
  ];
  return Buffer.from(`${segments.join('\r')}\r`, 'latin1');
};

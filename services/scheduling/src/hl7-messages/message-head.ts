import { parseMessage, type Message } from '@osteon/hl7';

const MSH_18 = 17;

/** The MSH of a message that cannot be read otherwise, so that its answer reaches the right one; nothing where there is none. */
export const messageHead = (bytes: Uint8Array): Message | undefined => {
  const [line = ''] = Buffer.from(bytes).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').split(/[\r\n]/, 1);
  const fields = line.split(line.charAt(3));
  // A character set that is not known must not hide who asks: MSH itself is ASCII.
  const head = fields.map((field, index) => (index === MSH_18 ? '' : field)).join(line.charAt(3));
  try {
    return parseMessage(Buffer.from(head, 'latin1'), '8859/1');
  } catch {
    return undefined;
  }
};

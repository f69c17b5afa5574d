import { encode, holds } from './charset.js';
import type { Charset } from './charset.table.js';
import { escape, recommended as by } from './escape.js';
import { Hl7Error } from './hl7-error.js';
import type { Field, Message, Repetition, Segment } from './message.js';

const joined = (parts: readonly string[], delimiter: string): string => {
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1).join(delimiter);
};

const repetitionText = (repetition: Repetition): string =>
  joined(repetition.map((component) => joined(component.map(escape), by.subcomponent)), by.component);

const fieldText = (field: Field): string => joined(field.map(repetitionText), by.repetition);

const encodingCharacters = `${by.component}${by.repetition}${by.escape}${by.subcomponent}`;

const check = (segment: Segment, fields: readonly string[], charset: Charset): void => {
  if (!/^[A-Z][A-Z0-9]{2}$/.test(segment.name)) throw new Error('a segment has a name of three letters or digits');
  const lossy = fields.findIndex((field) => !holds(field, charset));
  if (lossy >= 0) throw new Hl7Error('102', `${segment.name}-${lossy + 1}`, `a letter that ${charset} does not have`);
};

const segmentText = (segment: Segment, charset: Charset): string => {
  const fields = segment.fields.map(fieldText);
  check(segment, fields, charset);
  const text = segment.name === 'MSH' ? [encodingCharacters, ...fields.slice(2)] : fields;
  return joined([segment.name, ...text], by.field);
};

/** Bytes of a message, every value escaped; refuses (102 with the position) a letter that its character set does not have. */
export const writeMessage = (message: Message): Buffer =>
  encode(message.segments.map((segment) => `${segmentText(segment, message.charset)}\r`).join(''), message.charset);

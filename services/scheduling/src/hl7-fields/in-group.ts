import { Hl7Error } from '@osteon/hl7';

/** The same place in the whole message: `ORC-3` in the second group of a message is `ORC[2]-3`. */
export const inGroup = (error: Hl7Error, index: number): Hl7Error => {
  if (index === 0) return error;
  const [segment = '', ...rest] = error.location.split('-');
  const text = error.message.slice(error.location.length + 2);
  return new Hl7Error(error.code, [`${segment}[${index + 1}]`, ...rest].join('-'), text);
};

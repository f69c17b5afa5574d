import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { limits } from './limits.js';
import type { Written } from './measured-value.js';
import type { ProblemCode } from './study.js';

/** Without blanks and padding at its end, and without a regular expression, which would begin anew at every blank. */
const withoutEnd = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[\s\0]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** No entities are resolved, and every value stays text. */
const parserOf = (repeated: ReadonlySet<string>): XMLParser =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && repeated.has(name),
  });

/** One deeper, one less deep or neither, by the tag that begins here. */
const stepAt = (xml: string, at: number): -1 | 0 | 1 => {
  if (xml[at + 1] === '/') return -1;
  const isEmpty = xml[xml.indexOf('>', at) - 1] === '/';
  return isEmpty || xml[at + 1] === '?' || xml[at + 1] === '!' ? 0 : 1;
};

/** Elements and their depth, counted without building anything. */
const isTooMuch = (xml: string): boolean => {
  if (xml.length > limits.letters) return true;
  let [count, depth] = [0, 0];
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    count += 1;
    depth += stepAt(xml, at);
    if (count > limits.items || depth > limits.depth) return true;
  }
  return false;
};

const faultOf = (xml: string, root: string): ProblemCode | undefined => {
  if (isTooMuch(xml) || /<!(DOCTYPE|ENTITY)/i.test(xml)) return 'UNREADABLE';
  if (!xml.endsWith(`</${root}>`)) return 'TRUNCATED';
  return XMLValidator.validate(xml) === true ? undefined : 'UNREADABLE';
};

/** A value with its unit: `<BMD units="g/cm2">0.826</BMD>`. */
export const measured = z
  .union([z.string(), z.object({ '#text': z.string().default(''), '@units': z.string().optional() })])
  .transform((value): Written => (typeof value === 'string' ? { text: value } : { text: value['#text'], unit: value['@units'] }));

/** One element, or the last of several. */
export const lastOf = <T extends z.ZodType>(element: T) => z.array(element).transform((all) => all.at(-1));

/**
 * An XML document of a stranger by a schema: half a document, one with a document type or entities, and one that is larger or
 * deeper than `limits` is a problem. What stands before and after its root is no part of it.
 */
export const readXml = <T extends z.ZodType>(
  text: string,
  { root, repeated, schema }: { readonly root: string; readonly repeated: ReadonlySet<string>; readonly schema: T },
): z.infer<T> | ProblemCode => {
  const from = text.search(/<[?!]|<[A-Z]/);
  const xml = withoutEnd(text.slice(Math.max(from, 0)));
  const fault = faultOf(xml, root);
  if (fault !== undefined) return fault;
  const read = schema.safeParse(parserOf(repeated).parse(xml));
  return read.success ? read.data : 'UNREADABLE';
};

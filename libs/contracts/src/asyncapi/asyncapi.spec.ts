import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import { contracts } from '../all.js';
import { asyncApiDocument } from './asyncapi-document.js';

const file = join(__dirname, '../../../../docs/reference/asyncapi.json');
const document = asyncApiDocument();
const written = JSON.parse(JSON.stringify(document));

/** A message of the document; the one that this file plays with where none is named. */
const messageOf = (type = 'osteon.reading.ReadingStarted.v1') => {
  const message = document.components.messages[type];
  if (!message) throw new Error(`no message ${type}`);
  const { payload, headers, examples } = message;
  return { payload, headers, example: examples[0] };
};

const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema({ $id: 'asyncapi', components: { schemas: written.components.schemas } });

/** Ajv's complaints about a value under a schema of the document. */
const complaints = (schema: object, value: unknown): unknown => {
  const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"asyncapi#/components'));
  const validate = ajv.compile(local);
  return validate(value) ? [] : validate.errors;
};

describe('the AsyncAPI document', () => {
  it('is the one in docs/reference (npm run docs:asyncapi writes it)', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(written);
  });

  it('is valid AsyncAPI 3 to the parser of the specification', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(JSON.stringify(written));
    expect(diagnostics.filter(({ severity }) => severity <= 1)).toEqual([]);
    expect(parsed?.version()).toBe('3.0.0');
    expect(parsed?.messages().all().map((message) => message.name())).toEqual(contracts.map(({ type }) => type));
  });

  it.each(contracts.map((contract) => [contract.type, contract] as const))('has an example of %s that fits the contract and the document', (type, { schema }) => {
    const { payload, headers, example } = messageOf(type);
    expect(() => schema.parse(example?.payload)).not.toThrow();
    expect(complaints(payload, example?.payload)).toEqual([]);
    expect(complaints(headers, example?.headers)).toEqual([]);
  });

  it('lets a hearer meet a field of a later release', () => {
    const { payload, example } = messageOf();
    expect(complaints(payload, { ...example?.payload, newInALaterRelease: true })).toEqual([]);
  });

  it('refuses data and headers of another contract under a message', () => {
    const { payload, headers, example } = messageOf();
    const other = messageOf('osteon.reading.ScanReviewed.v1').example;
    expect(complaints(payload, other?.payload)).not.toEqual([]);
    expect(complaints(headers, { ...example?.headers, ce_type: 'osteon.reading.ScanReviewed.v1' })).not.toEqual([]);
  });
});

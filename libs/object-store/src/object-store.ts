import type { ObjectRef } from '@osteon/contracts';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { z } from 'zod';

/** What is there to keep: all at once, or as it arrives. A stream that breaks leaves nothing behind. */
export type Bytes = Buffer | Readable;

/** What a kind of storage (folder, S3) has to do. It is only ever called with checked names and keys. */
export interface WholeBytes {
  /** Durable once resolved; the same content twice is one object. */
  keep(service: string, bytes: Bytes): Promise<{ readonly sha256: string; readonly size: number }>;
  /** Throws ObjectAbsent. */
  open(key: string): Promise<Readable>;
  has(key: string): Promise<boolean>;
}

/** No object lies under this key: never written, or deleted by its owner. */
export class ObjectAbsent extends Error {
  constructor(readonly key: string) {
    super(`no object under ${key}`);
    this.name = 'ObjectAbsent';
  }
}

const SERVICE = /^[a-z]+(-[a-z]+)*$/;
const KEY = /^[a-z]+(-[a-z]+)*\/[0-9a-f]{64}$/;

const checked = (form: RegExp, what: string, value: string): string => {
  // The value is not repeated: it may come from a protocol field.
  if (!form.test(value)) throw new Error(`not ${what}`);
  return value;
};

/** Bytes by content: keys are `<service>/<sha256>` and made from hashes alone. Only the owning service writes. */
export class ObjectStore {
  constructor(private readonly storage: WholeBytes) {}

  /** On disk, with its folder entry, before it resolves; a source that fails or is destroyed rejects and leaves nothing. */
  async put(service: string, bytes: Bytes, mediaType: string): Promise<ObjectRef> {
    const { sha256, size } = await this.storage.keep(checked(SERVICE, 'the name of a service', service), bytes);
    return { key: `${service}/${sha256}`, size, mediaType };
  }

  /** Throws ObjectAbsent. */
  async get(key: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const source: AsyncIterable<Buffer> = await this.stream(key);
    for await (const chunk of source) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Throws ObjectAbsent before the first byte. */
  async stream(key: string): Promise<Readable> {
    return this.storage.open(checked(KEY, 'a key of the object store', key));
  }

  async has(key: string): Promise<boolean> {
    return this.storage.has(checked(KEY, 'a key of the object store', key));
  }

  /** Reads every byte again: true only where the object is there and still has its hash. */
  async verify(key: string): Promise<boolean> {
    if (!(await this.has(key))) return false;
    const hash = createHash('sha256');
    const source: AsyncIterable<Buffer> = await this.stream(key);
    for await (const chunk of source) hash.update(chunk);
    return key.endsWith(`/${hash.digest('hex')}`);
  }

  /** Keeps a document in the form of its schema, which also fixes the order of its fields: equal documents, one key. */
  async putJson<T>(service: string, schema: z.ZodType<T>, document: NoInfer<T>): Promise<ObjectRef> {
    return this.put(service, Buffer.from(JSON.stringify(schema.parse(document))), 'application/json');
  }

  /** Throws ObjectAbsent, or zod's error where the document is of another form. */
  async getJson<T>(key: string, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(JSON.parse((await this.get(key)).toString('utf8')));
  }
}

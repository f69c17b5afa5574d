import { z } from 'zod';
import { contracts } from '../all.js';
import type { Contract } from '../contract.js';
import { cloudEventHeaders, headersOf } from './cloud-event-headers.js';
import { docCommentOf } from './doc-comments.js';
import { examples } from './examples.table.js';

const about = `What the five services of Osteon tell each other, and whoever else may listen.

Each topic has 12 partitions. A message is keyed by the exam that it is about (else by the acquisition, the patient or the facility), so all about one exam arrives in order.
Messages arrive at least once. A contract only grows by optional fields: ignore fields that you do not know. Events name patients by id; demographics are on the compacted topic \`patients\`, where a message without a body erases the person.`;

const topics = [...new Set(contracts.map(({ topic }) => topic))];

const on = (topic: string): readonly Contract[] => contracts.filter((contract) => contract.topic === topic);

const isState = (topic: string): boolean => !topic.endsWith('.events');

const channelOf = (topic: string) => ({
  address: topic,
  description: isState(topic) ? 'The latest state by key (compacted); a message without a body erases it.' : `What ${on(topic)[0]?.service} says.`,
  messages: Object.fromEntries(on(topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
  bindings: { kafka: { partitions: 12, topicConfiguration: { 'cleanup.policy': [isState(topic) ? 'compact' : 'delete'] } } },
});

const operationOf = (topic: string) => ({
  action: 'send',
  channel: { $ref: `#/channels/${topic}` },
  summary: `${on(topic)[0]?.service} says`,
  messages: on(topic).map(({ type }) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
});

const exampleOf = ({ type, service }: Contract) => {
  const example = examples[type];
  if (!example) throw new Error(`${type} has no example`);
  const { tells, ...headers } = example.headers;
  return {
    summary: tells,
    headers: { 'content-type': 'application/json', ce_specversion: '1.0', ce_source: `/osteon/${service}`, ce_type: type, ...headers },
    payload: example.payload,
  };
};

const messageOf = (contract: Contract) => ({
  name: contract.type,
  title: `${contract.name} v${contract.version}`,
  summary: docCommentOf(contract),
  contentType: 'application/json',
  headers: headersOf(contract),
  payload: { $ref: `#/components/schemas/${contract.type}` },
  bindings: { kafka: { key: { type: 'string' } } },
  examples: [exampleOf(contract)],
});

/** As a hearer may rely on it: open to fields of a later release. */
const payloadOf = ({ heard }: Contract): object => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(heard, { target: 'draft-7', io: 'input' });
  return schema;
};

const byType = <T>(of: (contract: Contract) => T): Record<string, T> => Object.fromEntries(contracts.map((contract) => [contract.type, of(contract)]));
const byTopic = <T>(of: (topic: string) => T): Record<string, T> => Object.fromEntries(topics.map((topic) => [topic, of(topic)]));

/** The AsyncAPI 3 document of all that is published, made from the contracts alone: a channel per topic, a message per contract. */
export const asyncApiDocument = () => ({
  asyncapi: '3.0.0',
  info: { title: 'Osteon events', version: '1.0.0', description: about },
  defaultContentType: 'application/json',
  channels: byTopic(channelOf),
  operations: byTopic(operationOf),
  components: {
    messages: byType(messageOf),
    schemas: { CloudEventHeaders: cloudEventHeaders, ...byType(payloadOf) },
  },
});

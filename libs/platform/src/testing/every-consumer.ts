import type { Type } from '@nestjs/common';
import type { KafkaRecord } from '@osteon/messaging';
import { v5 as nameBased } from 'uuid';
import { consumerTrial, type ConsumerTrial, type Fed } from './consumer-trial.js';
import { exampleRecords, type ExamplePatch } from './example-records.js';
import type { TestService, TestServiceOptions } from './test-service.js';

const NAMES = '0190a000-0000-7000-8000-00000000fade';

/** What a service's trial needs besides the examples. */
export interface Trial {
  readonly options?: TestServiceOptions;
  /** Makes exam number `n` known where only this service itself could have, and gives the objects that examples name. */
  readonly prepare?: (service: TestService, n: number) => Promise<ExamplePatch>;
  /** Types of replicas' states that come first: what a consumer looks up. */
  readonly first?: readonly string[];
  /** Topics that say nothing before this service has spoken itself: their messages come last in every order. */
  readonly answers?: readonly string[];
}

/** The same messages with the topics in the opposite order; within a topic the order of a key is promised. */
const otherOrder = (records: readonly KafkaRecord[], answers: readonly string[]): KafkaRecord[] => {
  const topics = [...new Set(records.map(({ topic }) => topic))];
  const last = topics.filter((topic) => answers.includes(topic));
  return [...topics.filter((topic) => !answers.includes(topic)).reverse(), ...last].flatMap((topic) => records.filter((record) => record.topic === topic));
};

const newer = (record: KafkaRecord): KafkaRecord => {
  const type = (record.headers['ce_type'] ?? '').replace(/\d+$/, (version) => String(Number(version) + 1));
  const id = nameBased(type, NAMES);
  return { ...record, key: id, headers: { ...record.headers, ce_type: type, ce_id: id } };
};

const factsOf = (fed: readonly Fed[]): string[] => fed.flatMap(({ facts }) => facts).sort();

/**
 * The tests that every service's consumers pass: each published event of the examples has one effect, however often and in whatever
 * order it comes, or is parked with a reason; a newer version is never passed over.
 */
export const testEveryConsumer = (appModule: Type, { options, prepare = () => Promise.resolve({}), first = [], answers = [] }: Trial = {}): void => {
  let trial: ConsumerTrial;
  let types: string[];
  const records = async (n: number): Promise<KafkaRecord[]> => exampleRecords(types, n, await prepare(trial.service, n));

  beforeAll(async () => {
    trial = await consumerTrial(appModule, options);
    types = trial.hears.map(({ type }) => type);
    await trial.feed(exampleRecords(first, 1));
  }, 180_000);
  afterAll(() => trial?.stop());

  it('has an example of each message', async () => {
    expect((await records(1)).map(({ headers }) => headers['ce_type']).sort()).toEqual([...types].sort());
  });

  it('has one effect of each, or parks it with a reason, however often it comes', async () => {
    const all = await records(2);
    await trial.feed(all);
    const once = await trial.became(all);
    expect(once.filter(({ facts, parked }) => facts.length === 0 && parked === undefined)).toEqual([]);
    await trial.feed(all);
    expect(await trial.became(all)).toEqual(once);
    await trial.pruneInbox();
    await trial.feed(all.filter((_, index) => once[index]?.parked === undefined));
    expect(await trial.became(all)).toEqual(once);
  });

  it('comes to the same in another order, each message twice', async () => {
    const [told, turned] = [await records(3), otherOrder(await records(4), answers)];
    await trial.feed(told);
    await trial.feed(turned.flatMap((record) => [record, record]));
    const [one, other] = [await trial.became(told), await trial.became(turned)];
    expect(factsOf(other)).toEqual(factsOf(one));
    expect(other.flatMap(({ parked }) => parked ?? []).sort()).toEqual(one.flatMap(({ parked }) => parked ?? []).sort());
  });

  it('parks a newer version of each, and decides nothing by it', async () => {
    const all = (await records(5)).map(newer);
    await trial.feed(all);
    expect(await trial.became(all)).toEqual(all.map(({ headers }) => ({ type: headers['ce_type'], facts: [], parked: 'newer-version' })));
  });
};

import { contracts, type Contract } from '@osteon/contracts';
import { examples } from '@osteon/contracts/examples';
import type { KafkaRecord } from '@osteon/messaging';
import { v5 as nameBased } from 'uuid';

/** What of an example's data is different, by its type: objects that are really there. */
export type ExamplePatch = Readonly<Record<string, object>>;

const examA1Id = '0190a000-0000-7000-8000-0000000000a1';
const NAMES = '0190a000-0000-7000-8000-00000000feed';

/** Ids of the examples that have to be others for another exam; the patient and the hospital stay. */
const renamed = (text: string, n: number): string => {
  const digit = n.toString(16);
  return text
    .replaceAll(/(0190a000-0000-[57]000-8000-00000000)0(0[abcd]\d)/g, `$1${digit}$2`)
    .replaceAll(/(1\.2\.826\.0\.1\.3680043\.10\.1405\.)(\d)/g, `$1${n}0$2`)
    .replaceAll(/"([PF])-7001"/g, `"$1-7001-${n}"`)
    .replaceAll('"A1"', `"A${n}"`);
};

/** The exam of the examples with number `n`. */
export const exampleExamId = (n: number): string => renamed(examA1Id, n);

const keyOf = (data: object): string => {
  const value = ['examId', 'acquisitionId', 'patientId', 'facilityId'].map((name) => Reflect.get(data, name)).find((each) => each !== undefined);
  return String(value);
};

const recordOf = ({ type, topic, service }: Contract, n: number, patch: object): (KafkaRecord & { readonly at: string }) => {
  const { headers, payload } = JSON.parse(renamed(JSON.stringify(examples[type]), n)) as { headers: Record<string, string>; payload: object };
  const { tells: _, ...said } = headers;
  const data = { ...payload, ...patch };
  return {
    topic,
    key: keyOf(data),
    at: said['ce_time'] ?? '',
    headers: { ...said, 'content-type': 'application/json', ce_specversion: '1.0', ce_source: `/osteon/${service}`, ce_type: type, ce_id: nameBased(`${type} ${n}`, NAMES) },
    value: JSON.stringify(data),
  };
};

/** Alternative endings of one stream get versions of their own, in their order. */
const oneAfterTheOther = (records: readonly KafkaRecord[]): KafkaRecord[] => {
  const last = new Map<string, number>();
  return records.map((record) => {
    const { ce_subject: subject = '', ce_streamversion: said } = record.headers;
    const version = Math.max(Number(said), (last.get(subject) ?? 0) + 1);
    last.set(subject, version);
    return { ...record, headers: { ...record.headers, ce_streamversion: String(version) } };
  });
};

/** The examples of the published language as messages about exam number `n` (1 to 15), in the order of their story. */
export const exampleRecords = (types: readonly string[], n: number, patch: ExamplePatch = {}): KafkaRecord[] => {
  const records = contracts
    .filter(({ type }) => types.includes(type))
    .map((contract) => recordOf(contract, n, patch[contract.type] ?? {}))
    .sort((a, b) => a.at.localeCompare(b.at) || Number(a.headers['ce_streamversion']) - Number(b.headers['ce_streamversion']));
  return oneAfterTheOther(records.map(({ at: _, ...record }) => record));
};

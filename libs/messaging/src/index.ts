import { join } from 'node:path';

/** The folder with the tables of inbox, parking and replicas: after the event store's in a service's list. */
export const messagingMigrations = join(import.meta.dirname, '../migrations');

export type { HeardConsumer } from './consumers.js';
export { contractsIn } from './contract-book.js';
export type { EventLog } from './event-log.js';
export { EventTransport, type GroupLag, type TransportOptions } from './event-transport.js';
export { hearEvents } from './hear-events.js';
export type { HeardFrom, Hearing } from './hearing.js';
export { pruneInbox } from './inbox.js';
export { BrokerAway } from './kafka-port.js';
export type { Consuming, HeardRecord, KafkaPort, KafkaRecord, Lag, Place, Range, Subscription, Turn } from './kafka-port.js';
export { openKafka, type KafkaOptions } from './kafkajs-port.js';
export { giveLeaseBack, takeLease, type Lease } from './lease.js';
export { pruneOutbox } from './outbox-reader.js';
export { lostFacts, type Compared, type LostFact } from './lost-facts.js';
export type { ParkedKey, ParkedPlace, ShownMessage } from './parking.js';
export type { Refed, Refeed } from './refeed.js';
export { startRelay, type Relay, type RelayOptions } from './relay.js';
export type { Released } from './release.js';
export { patientsReplica, sitesReplica, type Replica, type ReplicaFeed } from './replica.js';

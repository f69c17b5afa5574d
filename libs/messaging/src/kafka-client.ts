import { Kafka, logLevel } from 'kafkajs';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

export interface KafkaPlace {
  /** `host:port` of at least one broker. */
  readonly brokers: readonly string[];
  readonly clientId: string;
}

const arm = RequestQueue.prototype.scheduleCheckPendingRequests;

/** kafkajs 2.2.4 arms this timer with a negative time when nothing waits: 1 ms, for ever, 3 % of a core per idle client. */
RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
  if (this.pending.length > 0) arm.call(this);
};

/** A kafkajs client that keeps quiet when it is idle and does not write to the console. */
export const kafkaClient = ({ brokers, clientId }: KafkaPlace): Kafka =>
  new Kafka({
    brokers: [...brokers],
    clientId,
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 },
  });

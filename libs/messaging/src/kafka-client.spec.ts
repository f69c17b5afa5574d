import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { kafkaClient } from './kafka-client.js';

it('arms no timer when nothing waits to be sent', () => {
  kafkaClient({ brokers: ['127.0.0.1:1'], clientId: 'test' });
  const idle = Object.assign(Object.create(RequestQueue.prototype), {
    pending: [],
    throttledUntil: -1,
    throttleCheckTimeoutId: null,
  });
  idle.scheduleCheckPendingRequests();
  expect(idle.throttleCheckTimeoutId).toBeNull();
});

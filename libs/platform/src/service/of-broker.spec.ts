import { BrokerAway } from '@osteon/messaging';
import { z } from 'zod';
import { problemOf } from '../http/index.js';
import { ofBroker } from './of-broker.js';

const refusing = (error: Error) => ofBroker(() => Promise.reject(error)).then(
  () => undefined,
  (thrown: unknown) => problemOf(z.instanceof(Error).parse(thrown)),
);

describe('what the broker is asked for', () => {
  it('is answered 503 while it is away, with what to do', async () => {
    expect(await refusing(new BrokerAway(new Error('127.0.0.1:9092')))).toEqual({
      type: 'urn:osteon:problem:KAFKA_UNREACHABLE',
      title: 'Kafka cannot be reached; ask again when it is back.',
      status: 503,
      code: 'KAFKA_UNREACHABLE',
    });
  });

  it('is an error of ours where the broker is not to blame', async () => {
    expect(await refusing(new Error('a fault of ours'))).toMatchObject({ status: 500 });
  });
});

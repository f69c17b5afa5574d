import { z } from 'zod';
import { ConfigError, readConfig } from './read-config.js';
import { list, listenHost, port, yesOrNo } from './values.js';

const shape = {
  databaseUrl: z.url(),
  kafkaBrokers: list(),
  mllpPort: port(),
  mllpHost: listenHost(),
  loud: yesOrNo().default(false),
};

const problems = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(shape, environment);
    return [];
  } catch (failed) {
    return failed instanceof ConfigError ? failed.problems : [];
  }
};

describe('the configuration of a service', () => {
  it('is read by the names of its shape', () => {
    const environment = {
      OSTEON_DATABASE_URL: 'postgres://reading@localhost/osteon',
      OSTEON_KAFKA_BROKERS: 'a:1, b:2',
      OSTEON_MLLP_PORT: '2575',
      HOME: '/',
    };
    expect(readConfig(shape, environment)).toEqual({
      databaseUrl: 'postgres://reading@localhost/osteon',
      kafkaBrokers: ['a:1', 'b:2'],
      mllpPort: 2575,
      mllpHost: '127.0.0.1',
      loud: false,
    });
  });

  it('names all problems at once', () => {
    expect(
      problems({ OSTEON_DATABASE_URL: 'secret', OSTEON_MLLP_PORT: 'many', OSTEON_LOUD: 'perhaps', OSTEON_KAFKA_BROKERS: '' }),
    ).toEqual([
      'OSTEON_DATABASE_URL is not valid (url wanted)',
      'OSTEON_KAFKA_BROKERS is missing',
      'OSTEON_MLLP_PORT is not valid (number wanted)',
      'OSTEON_LOUD is not valid',
    ]);
  });

  it('never repeats a value', () => {
    expect(problems({ OSTEON_DATABASE_URL: 'hunter2', OSTEON_MLLP_PORT: '99999999' }).join()).not.toMatch(/hunter2|99999999/);
  });
});

import { Controller, Get, Module } from '@nestjs/common';
import { drLee, serviceDatabase, testKafka, waitUntil } from '@osteon/testing';
import { join } from 'node:path';
import { Clock } from '../clock/index.js';
import { Allow } from '../http/index.js';
import { Log } from '../log/index.js';
import { Loops } from '../loops/index.js';
import { desks } from '../testing/example/desk.js';
import { testIssuer, testService, type TestService } from '../testing/index.js';
import { migrationsOf } from './definition.js';
import { configOf, OsteonModule, startService, type ServiceDefinition } from './index.js';

const migrations = join(import.meta.dirname, '../testing/example/migrations');
const definition: ServiceDefinition = { name: 'reading', aggregates: [desks], migrations };

/** A request that lasts until the test lets it go on. */
let letGo = () => {};
let arrived = false;

@Controller()
class SlowController {
  @Get('slow')
  @Allow('see-reading-list')
  async slow(): Promise<{ done: true }> {
    arrived = true;
    await new Promise<void>((go) => (letGo = go));
    return { done: true };
  }
}

@Module({ imports: [OsteonModule.forService(definition)], controllers: [SlowController] })
class AppModule {}

@Controller()
class ForgottenController {
  @Get('forgotten')
  forgotten() {}
}

@Module({ imports: [OsteonModule.forService(definition)], controllers: [ForgottenController] })
class ForgetfulModule {}

describe('a service that stops', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await testService(AppModule);
  }, 180_000);

  it('answers what is under way, lets loops end, and takes nothing new', async () => {
    let rounds = 0;
    service.get(Loops).start('count', { everyMs: 5 }, async () => void (rounds += 1));
    await waitUntil(() => rounds > 0, 'a round');
    const slow = service.ask({ by: drLee, path: '/slow' });
    await waitUntil(() => arrived, 'the request is under way');
    const stopped = service.stop();
    await waitUntil(
      () =>
        fetch(`${service.url}/health/live`).then(
          () => false,
          () => true,
        ),
      'no new connection is taken',
    );
    letGo();
    expect((await slow).body).toEqual({ done: true });
    await stopped;
  });
});

describe('a service that cannot start', () => {
  const boot = async (folders: readonly string[]) => {
    const [database, kafka, issuer] = [await serviceDatabase('reading', { folders }), await testKafka(), await testIssuer()];
    const config = configOf(definition, {
      OSTEON_DATABASE_URL: database.url,
      OSTEON_KAFKA_BROKERS: kafka.brokers.join(),
      OSTEON_KAFKA_PREFIX: kafka.prefix,
      OSTEON_OBJECT_STORE: join(process.env.TMPDIR ?? '/tmp', 'osteon-objects-of-no-service'),
      OSTEON_ISSUER: issuer.issuer,
      OSTEON_HTTP_PORT: '0',
    });
    const end = async () => {
      await issuer.stop();
      await database.close();
    };
    return {
      end,
      boot: { config, clock: new Clock(), log: new Log({ service: 'reading', level: 'silent' }), died: () => undefined },
    };
  };

  it('says which migrations its schema lacks', async () => {
    const { boot: given, end } = await boot([]);
    await expect(startService(AppModule, given)).rejects.toThrow(/the schema lacks messaging\/0001-.*example\/0001-desk\.sql/);
    await end();
  });

  it('names a route that nobody guards, and leaves nothing open', async () => {
    const { boot: given, end } = await boot(migrationsOf(definition).slice(1));
    await expect(startService(ForgetfulModule, given)).rejects.toThrow('no @Allow on ForgottenController.forgotten');
    await end();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { images } from './from-containers.js';
import { openInfrastructure } from './infrastructure.js';

it('says what it needs where containers are asked for and no engine answers', async () => {
  const opening = openInfrastructure('testcontainers', () => Promise.reject(new Error('no socket')));
  await expect(opening).rejects.toThrow('needs a container engine');
  await expect(opening).rejects.toThrow('or leave the variable out');
  await expect(opening).rejects.toMatchObject({ cause: new Error('no socket') });
});

it('starts nothing before it is asked for', async () => {
  const parts = await openInfrastructure('testcontainers', () => Promise.resolve('localhost'));
  await parts.stop();
});

it('names the ways that it knows', async () => {
  await expect(openInfrastructure('cloud')).rejects.toThrow('OSTEON_TEST_INFRA=cloud is not known: local or testcontainers');
});

it('takes the images of docker-compose.yml', () => {
  const compose = readFileSync(join(__dirname, '../../../docker-compose.yml'), 'utf8');
  for (const image of Object.values(images)) expect(compose).toContain(`image: ${image}\n`);
});

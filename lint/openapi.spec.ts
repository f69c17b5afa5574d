import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsOf } from '@osteon/identity';
import { describeService } from '@osteon/platform/service';
import { AppModule as Delivery } from '../services/delivery/src/app.module.js';
import { AppModule as ModalityGateway } from '../services/modality-gateway/src/app.module.js';
import { AppModule as Reading } from '../services/reading/src/app.module.js';
import { AppModule as Reporting } from '../services/reporting/src/app.module.js';
import { AppModule as Scheduling } from '../services/scheduling/src/app.module.js';

const folder = join(__dirname, '../docs/reference/openapi');
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const asks = [...new Set(Object.values(permissionsOf).flat()), 'signed-in', 'open'];
const openPaths = ['/health/live', '/health/ready'];

describe.each([
  ['scheduling', Scheduling],
  ['modality-gateway', ModalityGateway],
  ['reading', Reading],
  ['reporting', Reporting],
  ['delivery', Delivery],
])('the OpenAPI document of %s', (service, appModule) => {
  const described = describeService(appModule);
  const operations = async () =>
    Object.entries((await described).paths).flatMap(([path, item]) => methods.flatMap((method) => (item[method] ? [{ path, method, ...item[method] }] : [])));

  it('is the one in docs/reference (npm run docs:openapi writes it)', async () => {
    expect(JSON.parse(readFileSync(join(folder, `${service}.json`), 'utf8'))).toEqual(JSON.parse(JSON.stringify(await described)));
  });

  it('says of each operation which permission it asks for', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(openPaths.length);
    for (const operation of all) expect(asks).toContain(Reflect.get(operation, 'x-permission'));
  });

  it('leaves nothing open but health', async () => {
    const open = (await operations()).filter((operation) => Reflect.get(operation, 'x-permission') === 'open');
    expect(open.map(({ path }) => path).toSorted()).toEqual(openPaths);
  });
});

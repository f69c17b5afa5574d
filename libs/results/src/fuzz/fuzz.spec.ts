import { readObject } from '../read-object.js';
import { fuzz } from './fuzz.js';
import { seeds } from './seeds.js';

test('every seed has numbers, so that changes begin behind the doors', async () => {
  for (const bytes of [...seeds.files, ...seeds.csv.map((csv) => Buffer.from(csv))])
    expect((await readObject('1.2.3', bytes)).flatMap(({ findings }) => findings.rows).length).toBeGreaterThan(0);
});

describe('whatever comes', () => {
  test('is read or told, and never thrown: 400 changed objects and documents of seed 7', async () => {
    expect(await fuzz({ seed: 7, from: 0, executions: 400 })).toEqual([]);
  }, 60_000);
});

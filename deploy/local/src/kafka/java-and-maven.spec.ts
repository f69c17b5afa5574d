import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaMajor } from './java-and-maven.js';
import { kafkaJars } from './kafka-jars.js';

describe('what Kafka needs on this machine', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16', 25],
    ['java version "1.8.0_392"', 8],
    ['command not found', undefined],
  ])('reads the major version of %s', (printed, major) => expect(javaMajor(printed)).toBe(major));

  it('names Java and Maven, how to get them and the way without, before anything is fetched', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'osteon-jars-'));
    const path = process.env.PATH;
    const told: string[] = [];
    process.env.PATH = folder;
    try {
      const asked = kafkaJars(join(folder, 'jars'), (line) => told.push(line));
      await expect(asked).rejects.toThrow(
        /Java 17 or later .* and Maven .*\n(.*apt-get install -y openjdk-17-jre-headless maven)[^]*docker compose up/,
      );
      expect(told).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    } finally {
      process.env.PATH = path;
      await rm(folder, { recursive: true });
    }
  });
});

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { requireJava } from './java-and-maven.js';

const run = promisify(execFile);
const pom = resolve(import.meta.dirname, '../../kafka/pom.xml');
const receiptName = 'receipt.json';

/** Where the jars lie unless told otherwise: in the checkout's git-ignored folder. */
export const defaultJarsFolder = resolve(import.meta.dirname, '../../../../.osteon/kafka-jars');

const sizes = async (folder: string): Promise<Record<string, number>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar')).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const)));
};

/** What a whole folder looks like: the pom that it was made from, and each jar with its size in bytes. */
const receiptOf = async (folder: string): Promise<string> =>
  JSON.stringify({
    pom: createHash('sha256')
      .update(await readFile(pom))
      .digest('hex'),
    jars: await sizes(folder),
  });

const isComplete = async (folder: string): Promise<boolean> => {
  const receipt = await readFile(join(folder, receiptName), 'utf8').catch(() => undefined);
  return receipt !== undefined && receipt === (await receiptOf(folder));
};

const fetchInto = async (folder: string): Promise<void> => {
  const part = `${folder}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${part}`]).catch(
    (error: unknown) => {
      throw new Error(
        `Maven could not fetch Kafka (network, proxy or mirror?). Details: mvn -f ${pom} dependency:copy-dependencies`,
        { cause: error },
      );
    },
  );
  await writeFile(join(part, receiptName), await receiptOf(part));
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
};

/**
 * The folder of Kafka's jars, fetched by Maven where it is not complete. Java (and Maven, where it is needed) are looked for
 * first; says by `told` when something is fetched.
 */
export const kafkaJars = async (folder: string, told: (line: string) => void): Promise<string> => {
  const complete = await isComplete(folder);
  await requireJava({ andMaven: !complete });
  if (complete) return folder;
  told('fetching Kafka (44 MB, once)');
  await mkdir(dirname(folder), { recursive: true });
  await fetchInto(folder);
  return folder;
};

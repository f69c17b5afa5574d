import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const atLeast = 17;

const howToGetThem = `  Debian, Ubuntu:  sudo apt-get install -y openjdk-17-jre-headless maven
  Fedora:          sudo dnf install -y java-21-openjdk-headless maven
  macOS:           brew install openjdk@21 maven
Or leave both out and run Osteon in containers:  docker compose up`;

/** The major version in what `java -version` prints: 17 of "17.0.15", 8 of "1.8.0_392"; undefined where it names none. */
export const javaMajor = (printed: string): number | undefined => {
  const found = /version "(?:1\.)?(\d+)/.exec(printed);
  return found ? Number(found[1]) : undefined;
};

/** What a program prints about itself. */
const ask = (program: string, flag: string) => run(program, [flag], { env: process.env });

const java = async (): Promise<string | undefined> => {
  const major = await ask('java', '-version').then(
    ({ stdout, stderr }) => javaMajor(stdout + stderr),
    () => undefined,
  );
  if (major !== undefined && major >= atLeast) return undefined;
  return `Java ${atLeast} or later (${major === undefined ? 'no `java` that runs was found' : `found is ${major}`})`;
};

const maven = (): Promise<string | undefined> =>
  ask('mvn', '--version').then(
    () => undefined,
    () => 'Maven (no `mvn` that runs was found)',
  );

/** Throws one error that names all that is missing of Java and Maven, how to get it, and the way without. Fetches nothing. */
export const requireJava = async ({ andMaven }: { andMaven: boolean }): Promise<void> => {
  const missing = (await Promise.all([java(), andMaven ? maven() : undefined])).filter((word) => word !== undefined);
  if (missing.length === 0) return;
  throw new Error(
    `Kafka on this machine needs ${missing.join(' and ')}. Kafka runs on Java; Maven fetches it once.\n${howToGetThem}`,
  );
};

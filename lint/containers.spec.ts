import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf, definitionOf } from '@osteon/platform/service';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppModule as Delivery } from '../services/delivery/src/app.module.js';
import { AppModule as ModalityGateway } from '../services/modality-gateway/src/app.module.js';
import { AppModule as Reading } from '../services/reading/src/app.module.js';
import { AppModule as Reporting } from '../services/reporting/src/app.module.js';
import { AppModule as Scheduling } from '../services/scheduling/src/app.module.js';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const dockerfile = readFileSync(join(root, 'deploy/docker/Dockerfile'), 'utf8');

const container = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).default([]),
  build: z.looseObject({ target: z.string(), args: z.record(z.string(), z.string()).default({}) }).optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});

/** A checkout of its own for the script that makes the passwords; what it wrote, by name. */
const madePasswords = (): { passwords: Record<string, string>; mode: number; again: string } => {
  const checkout = mkdtempSync(join(tmpdir(), 'osteon-compose-'));
  cpSync(join(root, 'deploy/docker'), join(checkout, 'deploy/docker'), { recursive: true });
  const make = (): void => void execFileSync('sh', [join(checkout, 'deploy/docker/compose-env.sh')]);
  const read = (): string => readFileSync(join(checkout, '.env'), 'utf8');
  make();
  const first = read();
  make();
  const made = { passwords: Object.fromEntries(first.trim().split('\n').map((line) => line.split('=', 2))), mode: statSync(join(checkout, '.env')).mode & 0o777, again: read() === first ? 'kept' : 'changed' };
  rmSync(checkout, { recursive: true });
  return made;
};

const { passwords, mode, again } = madePasswords();

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?why}`, as compose fills them in. */
const filled = text.replaceAll(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, otherwise: string | undefined) => passwords[name] ?? otherwise ?? '');
const { services } = z.object({ services: z.record(z.string(), container) }).parse(parse(filled, { merge: true }));

const partOf = (name: string): z.infer<typeof container> => {
  const part = services[name];
  if (!part) throw new Error(`docker-compose.yml has no ${name}`);
  return part;
};

const modules = { scheduling: Scheduling, 'modality-gateway': ModalityGateway, reading: Reading, reporting: Reporting, delivery: Delivery };

describe.each(Object.entries(modules))('%s in containers', (name, appModule) => {
  const { build, environment, healthcheck, depends_on: after, volumes } = partOf(name);

  it('is configured as it asks for', () => {
    expect(configOf(definitionOf(appModule), environment)).toMatchObject({ httpHost: '0.0.0.0', httpPort: 8080 });
    expect(new URL(environment['OSTEON_DATABASE_URL'] ?? '').username).toBe(name.replaceAll('-', '_'));
    expect(volumes).toContain(`objects:${environment['OSTEON_OBJECT_STORE']}`);
  });

  it('is built as itself, starts after its migrations, and says whether it is ready', () => {
    expect(build).toMatchObject({ target: 'service', args: { SERVICE: name } });
    expect(after).toEqual({ [`${name}-migrate`]: { condition: 'service_completed_successfully' } });
    expect(healthcheck?.test?.join(' ')).toContain('/health/ready');
  });

  it('has migrations that run once, when role and schema are there', () => {
    const job = partOf(`${name}-migrate`);
    expect(job).toMatchObject({ build, environment, command: ['--migrate'], ports: [], restart: 'no', healthcheck: { disable: true } });
    expect(job.depends_on).toEqual({ prepare: { condition: 'service_completed_successfully' } });
  });
});

it('opens the same ports as on one machine, on this machine only', () => {
  expect(Object.values(services).flatMap(({ ports }) => ports).toSorted()).toEqual(['127.0.0.1:11112:11112', '127.0.0.1:2575:2575', '127.0.0.1:8080:8080']);
});

it('has no password but those that the script made, once and for their owner alone', () => {
  expect({ mode, again }).toEqual({ mode: 0o600, again: 'kept' });
  expect(Object.keys(passwords).toSorted()).toEqual([...new Set(text.match(/OSTEON_PASSWORD_\w+/g))].toSorted());
  expect(new Set(Object.values(passwords)).size).toBe(Object.keys(passwords).length);
  for (const [name, value] of Object.entries(partOf('prepare').environment)) if (name.startsWith('OSTEON_PASSWORD')) expect(value).toBe(passwords[name]);
});

it('runs everything of ours as the user node, on the Node of the checkout', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(dockerfile).toContain(`FROM node:${devDependencies.node}-`);
  for (const target of ['service', 'local']) expect(dockerfile.split(/^FROM /m).find((stage) => stage.includes(` AS ${target}\n`))).toMatch(/^USER node$/m);
});

/** The plugin of Docker, or Compose 1 as Debian has it, which knows everything in the file but its `name`. */
const composers = [
  { command: ['docker', 'compose'], read: text },
  { command: ['docker-compose'], read: text.replace(/^name: .*$/m, '') },
];
const composer = composers.find(({ command: [program = '', ...first] }) => spawnSync(program, [...first, 'version']).status === 0);
const why = ' (left out: this machine has neither docker compose nor docker-compose)';

(composer || process.env['OSTEON_REQUIRE_PEERS'] ? it : it.skip)(`is valid to docker compose${composer ? '' : why}`, () => {
  const { command: [program = 'docker', ...first] = [], read = text } = composer ?? {};
  const checked = spawnSync(program, [...first, '--project-directory', root, '-f', '-', 'config', '-q'], { env: { ...process.env, ...passwords }, input: read, encoding: 'utf8' });
  expect({ status: checked.status, said: checked.stderr }).toEqual({ status: 0, said: '' });
});

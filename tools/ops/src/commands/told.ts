import { InvalidArgumentError, type Command } from 'commander';
import { serviceNames, type ServiceName } from '../told-event.js';

export interface Telling {
  /** The answer as JSON instead of text. */
  readonly json?: boolean;
}

/** What every command that changes something can be told. */
export interface Changing extends Telling {
  readonly dryRun?: boolean;
  readonly reason?: string;
}

/** Exit code of a command that found something that should not be so, or nothing where something was asked for. */
export const FOUND = 3;

/** Text for people, JSON for programs. */
export const tell = (text: string, value: unknown, { json }: Telling): void => console.log(json ? JSON.stringify(value, null, 2) : text);

/** An argument that names a service. */
export const serviceName = (value: string): ServiceName => {
  const found = serviceNames.find((name) => name === value);
  if (!found) throw new InvalidArgumentError(`It is one of ${serviceNames.join(', ')}.`);
  return found;
};

/** A time in UTC. */
export const instant = (value: string): string => {
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw new InvalidArgumentError('It is a time (ISO 8601).');
  return new Date(at).toISOString();
};

/** A position or an offset (a number), or a time. */
export const place = (value: string): number | string => (/^\d{1,15}$/.test(value) ? Number(value) : instant(value));

/** The options of a command that changes something. */
export const changing = (command: Command): Command =>
  command.option('--reason <text>', 'kept with the audit').option('--dry-run', 'say what would come of it, and change nothing').option('--json', 'as JSON');

/** The part of a path behind `?`, of what is given. */
export const queryOf = (values: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString();

/** A reason where one is given. */
export const reasoned = ({ reason }: Changing): { readonly reason?: string } => (reason === undefined ? {} : { reason });

import { InvalidArgumentError } from 'commander';
import { serviceNames, type ServiceName } from '../told-event.js';

export interface Telling {
  /** The answer as JSON instead of text. */
  readonly json?: boolean;
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

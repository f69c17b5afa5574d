import { z } from 'zod';

/** What a configuration is read from: the process environment, or what a test puts in its place. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `mllpPort` is read from `OSTEON_MLLP_PORT`. */
export const variableOf = (name: string): string => `OSTEON_${name.replace(/([A-Z])/g, '_$1').toUpperCase()}`;

/** Every variable that is missing or wrong, by name. The values are never repeated: one of them may be a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const problemOf = (issue: z.core.$ZodIssue, given: Environment): string => {
  const variable = variableOf(String(issue.path[0]));
  if (given[variable] === undefined) return `${variable} is missing`;
  const wanted = 'format' in issue ? issue.format : 'expected' in issue ? issue.expected : undefined;
  return `${variable} is not valid${wanted === undefined ? '' : ` (${wanted} wanted)`}`;
};

/** Reads `OSTEON_*` variables by the names of the shape; throws one ConfigError with all problems. An empty variable is absent. */
export const readConfig = <S extends z.ZodRawShape>(shape: S, environment: Environment): z.infer<z.ZodObject<S>> => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = z.object(shape).safeParse(Object.fromEntries(Object.keys(shape).map((name) => [name, given[variableOf(name)]])));
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => problemOf(issue, given)));
  return read.data;
};

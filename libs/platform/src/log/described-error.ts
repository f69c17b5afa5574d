/** An error without the values that it may repeat. */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  /** Where Postgres names them. */
  readonly table?: string;
  readonly constraint?: string;
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: DescribedError;
}

const FRAMES = 8;
/** A line of the message can begin with "at" too, but ends in no place of a source. */
const FRAME = /^at .*:\d+:\d+\)?$/;

const text = (error: object, field: string): string | undefined => {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
};

const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.slice(3));

/** Kind, code and place of an error, with its causes; the message only where it is asked for. */
export const described = (error: unknown, withMessage: boolean): DescribedError => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  return {
    name: error.name,
    code: text(error, 'code'),
    table: text(error, 'table'),
    constraint: text(error, 'constraint'),
    message: withMessage ? error.message : undefined,
    at: framesOf(error.stack ?? ''),
    cause: error.cause === undefined ? undefined : described(error.cause, withMessage),
  };
};

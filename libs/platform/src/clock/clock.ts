/** Time as a port: rules and timers ask it, so that a test can let three days pass. */
export class Clock {
  constructor(private readonly read: () => Date = () => new Date()) {}

  now(): Date {
    return this.read();
  }

  /** ISO 8601 in UTC with milliseconds. */
  iso(): string {
    return this.now().toISOString();
  }
}

export interface TestClock {
  readonly clock: Clock;
  moveTo(iso: string): void;
  advance(ms: number): void;
}

/** A clock that stands still until code moves it. */
export const testClock = (startsAt: string): TestClock => {
  let now = new Date(startsAt);
  return {
    clock: new Clock(() => new Date(now)),
    moveTo: (iso) => {
      now = new Date(iso);
    },
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
};

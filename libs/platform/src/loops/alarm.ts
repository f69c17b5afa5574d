export interface Alarm {
  /** Ends the sleep; before it, makes it end at once. */
  ring(): void;
  sleep(ms: number): Promise<void>;
}

/** Sleeps until the time is over or somebody rings. */
export const alarm = (): Alarm => {
  let wakeUp: (() => void) | undefined;
  let rung = false;
  return {
    ring: () => {
      rung = true;
      wakeUp?.();
    },
    sleep: async (ms) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      [wakeUp, rung] = [undefined, false];
    },
  };
};

/** Ctrl-C and SIGTERM end everything that was started; a second Ctrl-C does not wait. */
export const endOnSignal = ({ stop }: { stop: () => Promise<void> }): void => {
  let asked = false;
  const end = (): void => {
    if (asked) process.exit(1);
    asked = true;
    console.log('Stopping ...');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

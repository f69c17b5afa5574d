/** Tests that tell one story in order: after one that fails the others fail at once. `look` is called where it ended. */
export const chapters = (look: () => Promise<void>): ((name: string, happens: () => Promise<void>) => void) => {
  let ended: string | undefined;
  return (name, happens) => {
    test(name, async () => {
      if (ended !== undefined) throw new Error(`the story has ended before: ${ended}`);
      ended = name;
      try {
        await happens();
        ended = undefined;
      } catch (error) {
        await look().catch(() => undefined);
        throw error;
      }
    });
  };
};

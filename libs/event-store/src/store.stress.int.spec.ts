import { stressEventStore } from '@osteon/testing/stress';

const seconds = Number(process.env.OSTEON_STRESS_SECONDS ?? 5);

it(
  `ten writers for ${seconds} s, and as long on a backup taken meanwhile: readers miss nothing, and nothing is out of order or twice`,
  async () => {
    const reports = await stressEventStore(seconds);
    expect(reports.map(({ store, readers }) => [store, readers.map(({ reader }) => reader)])).toEqual([
      ['live', ['facts', 'messages']],
      ['restored backup', ['facts', 'messages', 'facts, from a cursor of before the backup']],
    ]);
    for (const { appended, ranAgain, wrong, readers } of reports) {
      expect(appended).toBeGreaterThan(100);
      expect(ranAgain).toBeGreaterThan(0);
      expect(wrong).toBe(0);
      for (const reader of readers) {
        expect(reader).toMatchObject({ missed: 0, doubled: 0, outOfOrder: 0 });
        expect(reader.seen).toBeGreaterThanOrEqual(appended);
      }
    }
  },
  (2 * seconds + 60) * 1000,
);

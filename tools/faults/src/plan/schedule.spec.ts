import { matrix, type Cell } from './cells.table.js';
import { schedule } from './schedule.js';

const named = ({ kind, target, step }: Cell): string => `${kind} ${target} ${step}`;

describe('the schedule of strikes', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(schedule(7, 220)).toEqual(schedule(7, 220));
    expect(schedule(8, 220)).not.toEqual(schedule(7, 220));
  });

  it('strikes each cell at least once where there are strikes enough', () => {
    const struck = new Set(schedule(7, matrix.length).map(named));
    expect(matrix.map(named).filter((cell) => !struck.has(cell))).toEqual([]);
  });

  it('numbers the strikes, and puts each inside its step', () => {
    const strikes = schedule(7, 30);
    expect(strikes.map(({ n }) => n)).toEqual(strikes.map((_, n) => n));
    expect(strikes.every(({ afterMs }) => afterMs >= 0 && afterMs <= 1500)).toBe(true);
    expect(new Set(strikes.map(({ afterMs }) => afterMs)).size).toBeGreaterThan(10);
  });

  it('has a cell for every process at every step that a kill can meet', () => {
    const killed = new Set(matrix.filter(({ kind }) => kind === 'kill').map(named));
    expect(killed.size).toBe(70);
  });
});

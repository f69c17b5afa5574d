import { UnsettledConflict, untilSettled } from './conflict.js';

const failure = (code: string, constraint?: string): Error => Object.assign(new Error(code), { code, constraint });

/** Fails with these errors, one after the other, then succeeds; counts its runs. */
const transaction = (failures: readonly Error[]) => {
  const left = [...failures];
  const runs = { count: 0 };
  const run = (): Promise<string> => {
    runs.count += 1;
    const error = left.shift();
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  };
  return { run, runs };
};

it.each(['40001', '40P01'])('runs again after %s', async (code) => {
  const { run, runs } = transaction([failure(code), failure(code)]);
  expect(await untilSettled(run)).toBe('done');
  expect(runs.count).toBe(3);
});

it('runs again on the state that a violated claim has left', async () => {
  const { run, runs } = transaction([failure('23505', 'accession')]);
  expect(await untilSettled(run)).toBe('done');
  expect(runs.count).toBe(2);
});

it('names the unique constraint that stays violated, after a few tries', async () => {
  const { run, runs } = transaction(Array<Error>(10).fill(failure('23505', 'accession')));
  await expect(untilSettled(run)).rejects.toEqual(expect.objectContaining({ name: 'UnsettledConflict', constraint: 'accession' }));
  expect(runs.count).toBe(4);
});

it('is more patient with many writers of one stream, but not for ever', async () => {
  const patient = transaction(Array<Error>(50).fill(failure('23505', 'events_stream_version')));
  expect(await untilSettled(patient.run)).toBe('done');
  const endless = transaction(Array<Error>(200).fill(failure('40001')));
  await expect(untilSettled(endless.run)).rejects.toBeInstanceOf(UnsettledConflict);
  expect(endless.runs.count).toBe(100);
});

it('lets every other error through at once', async () => {
  const { run, runs } = transaction([failure('23502'), failure('23502')]);
  await expect(untilSettled(run)).rejects.toMatchObject({ code: '23502' });
  expect(runs.count).toBe(1);
});

import { openStarter } from '../starter.js';
import { stressEventStore, type StressReport } from './stress-event-store.js';

const secondsAsked = (): number => {
  const at = process.argv.indexOf('--seconds');
  const seconds = at < 0 ? 60 : Number(process.argv[at + 1]);
  if (!Number.isFinite(seconds) || seconds < 1) throw new Error('--seconds is a number of at least 1');
  return seconds;
};

const lines = ({ store, appended, ranAgain, wrong, readers }: StressReport): string[] => [
  `${store}: ${appended} facts appended by ten writers, ${ranAgain} decisions ran again, ${wrong} facts with a wrong number`,
  ...readers.map(({ reader, seen, missed, doubled, outOfOrder }) => `  reader of ${reader}: ${seen} seen, ${missed} missed, ${doubled} twice, ${outOfOrder} out of order`),
];

const seconds = secondsAsked();
console.error(`Starting Postgres; then ${seconds} s on a live store and ${seconds} s on its restored backup.`);
const starter = await openStarter();
process.env.OSTEON_TEST_STARTER = starter.url;
try {
  const reports = await stressEventStore(seconds);
  console.log(reports.flatMap(lines).join('\n'));
  const faults = reports.flatMap(({ wrong, readers }) => [wrong, ...readers.flatMap(({ missed, doubled, outOfOrder }) => [missed, doubled, outOfOrder])]);
  process.exitCode = faults.every((count) => count === 0) ? 0 : 1;
} finally {
  await starter.stop();
}

import { Command } from 'commander';
import { z } from 'zod';
import { openOperations } from './platform.js';
import { acquisitionsIn, merged, timelineText } from './timeline.js';

const exams = z.object({ exams: z.array(z.object({ examId: z.string(), facilityId: z.string() })) });

const show = (text: string, value: unknown, { json }: { json?: boolean }): void => console.log(json ? JSON.stringify(value, null, 2) : text);

const program = new Command('ops').description('Operations: streams and timelines over all services');

const streams = program.command('streams').description('stored events');

streams
  .command('show')
  .argument('<id>', 'stream id, for example exam-<uuid>')
  .option('--json', 'events as JSON, with their values')
  .action(async (id: string, options: { json?: boolean }) => {
    const events = await (await openOperations()).stream(id);
    show(timelineText(events), events, options);
    if (events.length === 0) process.exitCode = 3;
  });

program
  .command('timeline')
  .argument('<accession number>', 'of the exam')
  .description('one exam from the order to the last acknowledgement, over all services')
  .option('--json', 'events as JSON, with their values')
  .action(async (accessionNumber: string, options: { json?: boolean }) => {
    const operations = await openOperations();
    const found = exams.parse(await operations.ask(`/scheduling/exams?accessionNumber=${encodeURIComponent(accessionNumber)}`)).exams;
    const own = (await Promise.all(found.map(({ examId }) => operations.eventsOf(examId)))).flat();
    const studies = (await Promise.all(acquisitionsIn(own).map((id) => operations.stream(`acquisition-${id}`)))).flat();
    const events = merged([...own, ...studies]);
    show(timelineText(events), events, options);
    if (events.length === 0) process.exitCode = 3;
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

import type { Command } from 'commander';
import { z } from 'zod';
import { openOperations } from '../platform.js';
import { acquisitionsIn, merged, timelineText } from '../timeline.js';
import { FOUND, tell, type Telling } from './told.js';

const exams = z.object({ exams: z.array(z.object({ examId: z.string(), facilityId: z.string() })) });

const timeline = async (accessionNumber: string, options: Telling): Promise<void> => {
  const operations = await openOperations();
  const found = exams.parse(await operations.ask(`/scheduling/exams?accessionNumber=${encodeURIComponent(accessionNumber)}`)).exams;
  const own = (await Promise.all(found.map(({ examId }) => operations.eventsOf(examId)))).flat();
  const studies = (await Promise.all(acquisitionsIn(own).map((id) => operations.stream(`acquisition-${id}`)))).flat();
  const events = merged([...own, ...studies]);
  tell(timelineText(events), events, options);
  if (events.length === 0) process.exitCode = FOUND;
};

/** `timeline <accession number>`. */
export const storyCommand = (program: Command): void => {
  program
    .command('timeline')
    .argument('<accession number>', 'of the exam')
    .description('one exam from the order to the last acknowledgement, over all services')
    .option('--json', 'events as JSON, with their values')
    .action(timeline);
};

import { Command } from 'commander';
import { projectionCommands } from './commands/projections.command.js';
import { replayCommand } from './commands/replay.command.js';
import { storyCommands } from './commands/story.command.js';
import { waitingCommands } from './commands/waiting.command.js';

const program = new Command('ops').description('Operations: what is stored, what waits, and what can be made again, over all services');

storyCommands(program);
projectionCommands(program);
replayCommand(program);
waitingCommands(program);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

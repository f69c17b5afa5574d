import { Command } from 'commander';
import { auditCommands } from './commands/audit.command.js';
import { consumersCommands } from './commands/consumers.command.js';
import { deliveriesCommands } from './commands/deliveries.command.js';
import { parkedCommands } from './commands/parked.command.js';
import { projectionCommands } from './commands/projections.command.js';
import { replayCommand } from './commands/replay.command.js';
import { storyCommand } from './commands/story.command.js';
import { streamsCommands } from './commands/streams.command.js';
import { verifyCommand } from './commands/verify.command.js';
import { waitingCommands } from './commands/waiting.command.js';

const program = new Command('ops').description('Operations: what is stored, what waits, and what can be made again, over all services');

streamsCommands(program);
storyCommand(program);
projectionCommands(program);
verifyCommand(program);
replayCommand(program);
consumersCommands(program);
parkedCommands(program);
waitingCommands(program);
deliveriesCommands(program);
auditCommands(program);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

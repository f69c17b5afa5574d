import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { outputSchema, type Study } from './truth.js';

const command = join(import.meta.dirname, '../../../libs/results/dist/read-results.main.js');

/** What `npm run read-results` prints of files and folders; null where it has ended without a result. */
export const readByCommand = (paths: readonly string[]): Promise<Study[] | null> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [command, ...paths], { stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', failed);
    child.on('close', () => {
      try {
        done(outputSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).studies);
      } catch {
        done(null);
      }
    });
  });

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** The Python that has pynetdicom: `.osteon/pynetdicom`, as `.ci/run` makes it, or another by OSTEON_PYNETDICOM. */
const python = process.env['OSTEON_PYNETDICOM'] ?? join(import.meta.dirname, '../../../.osteon/pynetdicom/bin/python');

/** Tests that need pynetdicom: where it is missing they are left out, aloud, unless OSTEON_REQUIRE_PEERS=1 wants them to fail. */
export const describeWithPynetdicom = (name: string, describeAll: (name: string) => void): void => {
  if (existsSync(python) || process.env['OSTEON_REQUIRE_PEERS'] === '1') return describeAll(name);
  process.stderr.write(`left out, as pynetdicom is not installed (python3 -m venv .osteon/pynetdicom; pip install pynetdicom==3.0.4): ${name}\n`);
  describe.skip(name, () => test.todo(name));
};

const answer = z.object({ status: z.number().optional(), errorID: z.number().optional(), rejected: z.boolean().optional(), lost: z.boolean().optional() });
export type Answer = z.infer<typeof answer>;

const heard = z.object({
  over: z.enum(['its-association', 'new-association']),
  from: z.string(),
  /** 1: all of it; 2: with failures. */
  eventType: z.number(),
  transactionUID: z.string(),
  committed: z.array(z.string()),
  /** SOP Instance UID and Failure Reason. */
  failed: z.array(z.tuple([z.string(), z.number()])),
});
export type Heard = z.infer<typeof heard>;

const told = z.union([z.object({ listening: z.number() }), z.object({ answer }), z.object({ heard })]);

/** An element as DICOM JSON has it (PS3.18 F.2). */
export interface JsonElement {
  readonly vr: string;
  readonly Value?: readonly unknown[];
}
export type JsonDataSet = Readonly<Record<string, JsonElement>>;

export interface Console {
  /** Where it hears results of commitment. */
  readonly port: number;
  /** Every result that it has heard, in order. */
  readonly heard: readonly Heard[];
  /** N-CREATE, on an association of its own. */
  begin(uid: string, attributes: JsonDataSet): Promise<Answer>;
  /** N-SET, on an association of its own. */
  end(uid: string, attributes: JsonDataSet): Promise<Answer>;
  /** N-ACTION; stays on the association for so many seconds. */
  commit(transactionUID: string, references: readonly (readonly [string, string])[], staySeconds?: number): Promise<Answer>;
  close(): Promise<void>;
}

/** A console by pynetdicom, which calls the platform under this AE title and listens under it on a free port. */
export const startConsole = async (dicomPort: number, callingAETitle: string): Promise<Console> => {
  const script = join(import.meta.dirname, 'pynetdicom-console.py');
  const child = spawn(python, [script, '127.0.0.1', String(dicomPort), 'OSTEON', callingAETitle], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const results: Heard[] = [];
  const waiting: ((answered: Answer) => void)[] = [];
  let port = 0;
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      const said = told.parse(JSON.parse(line));
      if ('heard' in said) results.push(said.heard);
      else if ('answer' in said) waiting.shift()?.(said.answer);
      else {
        port = said.listening;
        resolve();
      }
    });
  });
  const gone = ended.then(([code]) => Promise.reject(new Error(`pynetdicom ended with ${code}`)));
  gone.catch(() => undefined);
  await Promise.race([listening, gone]);
  const say = (command: object): Promise<Answer> => {
    const answered = new Promise<Answer>((resolve) => waiting.push(resolve));
    child.stdin.write(`${JSON.stringify(command)}\n`);
    return Promise.race([answered, gone]);
  };
  return {
    port,
    heard: results,
    begin: (uid, attributes) => say({ do: 'begin', uid, attributes }),
    end: (uid, attributes) => say({ do: 'end', uid, attributes }),
    commit: (transactionUID, references, staySeconds = 0) => say({ do: 'commit', transactionUID, references, staySeconds }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
};

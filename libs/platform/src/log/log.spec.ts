import { z } from 'zod';
import { Log } from './log.js';

const written = (errorMessages = false) => {
  const lines: string[] = [];
  const log = new Log({ service: 'reading', errorMessages, destination: { write: (line: string) => lines.push(line) } });
  return { log, lines, entries: () => lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))) };
};

describe('the log', () => {
  it('writes an event name and ids as one line of JSON', () => {
    const { log, entries } = written();
    log.event('scan-received', { examId: 'A1', images: 3 });
    expect(entries()).toEqual([
      expect.objectContaining({ level: 30, service: 'reading', event: 'scan-received', examId: 'A1', images: 3 }),
    ]);
  });

  it('keeps what an error repeats out of the line', () => {
    const { log, lines, entries } = written();
    const database = Object.assign(new Error('invalid input syntax for type date: "Okafor"'), {
      code: '22007',
      table: 'patients',
      detail: 'Key (name)=(Okafor)',
    });
    log.problem('append-failed', new Error('Okafor could not be saved', { cause: database }), { examId: 'A1' });
    expect(lines.join()).not.toContain('Okafor');
    expect(entries()[0]).toMatchObject({
      event: 'append-failed',
      examId: 'A1',
      error: { name: 'Error', cause: { code: '22007', table: 'patients' } },
    });
  });

  it('says where an error was thrown', () => {
    const { log, lines } = written();
    log.problem('append-failed', new Error('no'));
    expect(lines[0]).toContain('log.spec');
  });

  it('shows the message of an error where a developer asks for it', () => {
    const { log, entries } = written(true);
    log.problem('append-failed', new Error('no such column'));
    expect(entries()[0]).toMatchObject({ error: { message: 'no such column' } });
  });

  it('survives a thrown thing that is no error', () => {
    const { log, entries } = written();
    log.problem('append-failed', 'Okafor');
    expect(entries()[0]).toMatchObject({ error: { name: 'string' } });
  });
});

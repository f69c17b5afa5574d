import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contracts } from './all.js';
import { breaks, type JsonSchema } from './breaks.js';
import type { Contract } from './contract.js';

const folder = join(__dirname, '../released');

const asReleased = ({ schema }: Contract): JsonSchema => JSON.parse(JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' })));

describe('contracts against the last released set', () => {
  it.each(readdirSync(folder))('%s still holds', (file) => {
    const contract = contracts.find(({ type }) => `${type}.json` === file);
    expect(contract?.type).toBe(file.replace(/\.json$/, ''));
    if (contract) expect(breaks(JSON.parse(readFileSync(join(folder, file), 'utf8')), asReleased(contract))).toEqual([]);
  });

  it.each(contracts.map(({ type }) => type))('%s has been released', (type) => {
    expect(existsSync(join(folder, `${type}.json`))).toBe(true);
  });

  it('names each contract once, and each event by the topic of its service', () => {
    expect(new Set(contracts.map(({ type }) => type)).size).toBe(contracts.length);
    for (const { topic, service } of contracts) expect([`${service}.events`, 'patients', 'sites']).toContain(topic);
  });
});

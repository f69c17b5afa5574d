import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contracts } from './all.js';

/** `npm run contracts:release`: writes each contract as the set that later changes are compared with. */
const folder = join(import.meta.dirname, '../released');
mkdirSync(folder, { recursive: true });
for (const contract of contracts) {
  writeFileSync(join(folder, `${contract.type}.json`), `${JSON.stringify(z.toJSONSchema(contract.schema, { target: 'draft-7' }), null, 2)}\n`);
  console.log(contract.type);
}

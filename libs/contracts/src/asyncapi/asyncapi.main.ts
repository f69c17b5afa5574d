import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument } from './asyncapi-document.js';

/** `npm run docs:asyncapi`: writes docs/reference/asyncapi.json. */
const file = join(import.meta.dirname, '../../../../docs/reference/asyncapi.json');
writeFileSync(file, `${JSON.stringify(asyncApiDocument(), null, 2)}\n`);

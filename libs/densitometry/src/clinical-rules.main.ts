import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clinicalRules } from './clinical-rules.js';

/** `npm run docs:rules`: writes docs/explanation/clinical-rules.md. */
const file = join(import.meta.dirname, '../../../docs/explanation/clinical-rules.md');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, clinicalRules());

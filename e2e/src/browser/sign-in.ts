import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaces } from '@osteon/local/platform';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { roles, type Role } from '../hospital/person.js';

const kept = z.object({ passwords: z.record(z.string(), z.string()) });

/** Signs somebody in through the provider's own page, as a person does. */
export const signIn = async (page: Page, role: Role, look: () => Promise<void> = async () => undefined): Promise<void> => {
  const { origin, kept: folder } = readPlaces();
  const { passwords } = kept.parse(JSON.parse(readFileSync(join(folder, 'sign-in.json'), 'utf8')));
  await page.goto(origin);
  await page.getByLabel('Name').selectOption(roles[role]);
  await look();
  await page.getByLabel('Password').fill(passwords[roles[role]] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
};

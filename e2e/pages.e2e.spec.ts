import { readPlaces } from '@osteon/local/platform';
import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, photograph, type Window } from './src/browser/chromium.js';
import { signIn } from './src/browser/sign-in.js';
import { setUpNorth } from './src/hospital/north.js';
import type { Role } from './src/hospital/person.js';
import { describeWith } from './src/peers/installed.js';
import { barriersOn } from './src/pages/accessible.js';
import { enterExam } from './src/pages/front-desk.js';
import { pages, starts } from './src/pages/roles-and-pages.table.js';

jest.setTimeout(90_000);

const { origin } = readPlaces();
const each: readonly Role[] = ['front-desk', 'technologist', 'physician', 'manager', 'administrator', 'operations'];
const nameOf = (path: string): string => path.slice(1).replaceAll('/', '-');

describeWith(['chromium'], 'the pages of each role', () => {
  let browser: Browser;

  beforeAll(async () => {
    await setUpNorth();
    browser = await openBrowser();
  });

  afterAll(() => browser?.close());

  const within = async (role: Role, work: (window: Window) => Promise<void>): Promise<void> => {
    const window = await openWindow(browser);
    try {
      await signIn(window.page, role);
      await work(window);
      expect(window.complaints).toEqual([]);
    } finally {
      await window.close();
    }
  };

  test('the front desk enters an exam by hand and says that the patient has come', () =>
    within('front-desk', async ({ page }) => {
      await enterExam(page, { number: '7301', family: 'Brennan', given: 'Nora', birthDate: '1954-06-02', sex: 'Female' });
      await page.getByRole('heading', { level: 1, name: 'Brennan, Nora' }).waitFor();
      expect(await page.getByRole('table', { name: 'Steps' }).getByRole('row').nth(1).innerText()).toMatch(/^Scheduled/);
      expect(await barriersOn(page)).toEqual([]);
      await photograph(page, 'front-desk-exam');
      await page.getByRole('link', { name: 'Exams' }).click();
      await page.getByRole('button', { name: 'Day after' }).click();
      await page.getByRole('button', { name: 'Arrived: Brennan, Nora' }).click();
      await page.getByText(/^Here since/).waitFor();
      await photograph(page, 'front-desk-arrived');
    }));

  test.each(each)('a %s begins where the work is, sees every page of the role, and no other', async (role) => {
    await within(role, async ({ page }) => {
      await page.waitForURL(`${origin}${starts[role].path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.title()).toBe(`${starts[role].title} · Osteon`);
      for (const { path, roles } of pages) {
        await page.goto(`${origin}${path}`);
        const isRefused = !roles.includes(role);
        const refusal = page.getByRole('heading', { level: 1, name: 'This page is for other roles' });
        await (isRefused ? refusal : page.getByRole('heading', { level: 1 })).waitFor();
        await page.locator('main [role=status][class*=waiting]').first().waitFor({ state: 'detached' });
        expect([path, await refusal.count()]).toEqual([path, isRefused ? 1 : 0]);
        expect([path, await page.getByRole('alert').count(), await barriersOn(page)]).toEqual([path, 0, []]);
        if (!isRefused) await photograph(page, `${role}-${nameOf(path)}`);
      }
      await photograph(page, `${role}-refused`);
    });
  });
});

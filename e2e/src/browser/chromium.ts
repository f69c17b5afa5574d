import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { pathOf } from '../peers/installed.js';

const folder = join(import.meta.dirname, '../../screenshots');

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A headless Chromium from the system. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: pathOf('chromium'), args: flags });

/** A picture of the page as a person sees it, for people to look at. */
export const photograph = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

/** A browser window of its own with what it complained about. */
export interface Window {
  readonly page: Page;
  /** Errors on the console and exceptions, as they came. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export const openWindow = async (browser: Browser): Promise<Window> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints, close: () => context.close() };
};

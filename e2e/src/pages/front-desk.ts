import type { Page } from 'playwright-core';

export interface Entered {
  readonly number: string;
  readonly family: string;
  readonly given: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly sex: 'Female' | 'Male';
}

const tomorrow = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(Date.now() + 86_400_000));

/** Enters an exam for tomorrow morning by the form, first without what is needed: the first field that lacks it has the focus. */
export const enterExam = async (page: Page, { number, family, given, birthDate, sex }: Entered): Promise<void> => {
  await page.getByRole('link', { name: 'Enter an exam' }).click();
  await page.getByRole('button', { name: 'Enter the exam' }).click();
  await page.getByText('The patient number is needed').waitFor();
  await page.keyboard.type(number);
  await page.getByLabel('Family name', { exact: false }).first().fill(family);
  await page.getByLabel('Given name', { exact: false }).first().fill(given);
  await page.getByLabel('Birth date').fill(birthDate);
  await page.getByLabel('Sex').selectOption(sex);
  await page.getByLabel('Date', { exact: false }).and(page.locator('[name=day], [data-path=day]')).fill(tomorrow());
  await page.getByLabel('Time').fill('09:15');
  await page.getByRole('button', { name: 'Enter the exam' }).click();
};

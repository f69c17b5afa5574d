import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { eventually } from '../eventually.js';
import { photograph } from './chromium.js';

/** Opens an exam from the reading list by its patient, and waits until every image has been painted. */
export const openExam = async (page: Page, family: string): Promise<void> => {
  await page.getByRole('table', { name: 'Exams' }).getByRole('link', { name: new RegExp(family, 'i') }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(family, 'i') }).waitFor();
  await painted(page, 'Lumbar spine, image 1 of 3');
};

/** Resolves when the big image of that name has pixels that are not all alike. */
export const painted = async (page: Page, name: string): Promise<void> => {
  const image = page.getByRole('img', { name });
  await image.waitFor();
  await eventually(
    () =>
      image.evaluate((element) => {
        const picture = element instanceof HTMLImageElement ? element : element.querySelector('img');
        if (!picture?.complete || picture.naturalWidth === 0) return false;
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
        const pen = canvas.getContext('2d');
        pen?.drawImage(picture, 0, 0);
        const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return new Set(data).size > 20;
      }),
    `${name} to be painted`,
  );
};

/** Looks at each image, calls every scan adequate and reviews. */
export const review = async (page: Page): Promise<void> => {
  for (const name of ['Left hip, image 2 of 3', 'Right hip, image 3 of 3']) {
    await page.getByRole('button', { name: `Show ${name}` }).click();
    await painted(page, name);
  }
  for (const scan of ['Lumbar spine', 'Left hip', 'Right hip']) {
    await page.getByRole('radiogroup', { name: `Technical quality: ${scan}` }).getByRole('radio', { name: 'Adequate' }).check();
  }
  await photograph(page, 'reading-stated');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
};

/** Resolves when the browser's own viewer shows a page of the PDF: white paper with something on it. */
export const pdfPainted = async (page: Page): Promise<void> => {
  const frame = page.locator('iframe[title="PDF of the report"]');
  await frame.waitFor();
  await eventually(async () => {
    const [red] = (await sharp(await frame.screenshot()).stats()).channels;
    return red !== undefined && red.mean > 150 && red.min < 60;
  }, 'the PDF to be painted');
};

/** Signs what is shown, text and PDF, and resolves with what the page says then. */
export const sign = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  const status = page.getByRole('status').filter({ hasText: 'Signed by' });
  await status.waitFor();
  return status.innerText();
};

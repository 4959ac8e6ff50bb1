/**
 * `npm run screenshots`: takes the pictures of the last build for README.md and docs/design.md, and
 * saves them in `docs/pictures`. The clock, theme, size, and motion are fixed, so the same
 * site, browser, and fonts give the same bytes.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { serveSite } from '../tests/support/serve-site.ts';
import { browserArguments, ensureBrowser } from './find-browser.ts';

interface Picture {
  readonly name: string;
  /** Without the base path. */
  readonly path: string;
  readonly theme: 'light' | 'dark';
  readonly screen: keyof typeof screens;
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Screen sizes in pixels: a laptop and a small phone. */
const screens = {
  wide: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const;

const folder = 'docs/pictures';

const moment = Date.UTC(2026, 10, 24, 15);

const pictures: readonly Picture[] = [
  { name: 'start', path: '', theme: 'light', screen: 'wide' },
  {
    name: 'question',
    path: 'questions/what-is-samd/',
    theme: 'dark',
    screen: 'wide',
    before: (page) => page.locator('[data-part=hint] > summary').click(),
  },
  {
    name: 'search',
    path: 'search/?q=hippa',
    theme: 'light',
    screen: 'wide',
    before: (page) => page.locator('ol.results[aria-busy=false] > li').first().waitFor(),
  },
  {
    name: 'lab',
    path: 'labs/threshold/',
    theme: 'dark',
    screen: 'wide',
    before: (page) => page.getByRole('button', { name: 'Skip the guess' }).click(),
  },
  { name: 'phone-question', path: 'questions/what-is-samd/', theme: 'light', screen: 'phone' },
  {
    name: 'phone-practice',
    path: 'practice/#1.question.z7s',
    theme: 'dark',
    screen: 'phone',
    before: (page) => page.getByRole('button', { name: 'Start the clock' }).waitFor(),
  },
];

async function take(browser: Browser, site: string, picture: Picture): Promise<string> {
  const { name, path, theme, screen, before } = picture;
  const context = await browser.newContext({
    viewport: screens[screen],
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(moment);
  await page.goto(site + path, { waitUntil: 'networkidle' });
  await before?.(page);
  const shot = await page.screenshot({ animations: 'disabled' });
  await context.close();
  const file = join(folder, `${name}.webp`);
  await sharp(shot).webp({ quality: 80, effort: 6 }).toFile(file);
  return file;
}

const served = await serveSite({ dist: 'dist', port: 4810 });
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: browserArguments,
});
try {
  mkdirSync(folder, { recursive: true });
  for (const picture of pictures) {
    const file = await take(browser, served.address, picture);
    console.log(`${file}  ${(statSync(file).size / 1000).toFixed(0)} kB`);
  }
} finally {
  await browser.close();
  await served.close();
}

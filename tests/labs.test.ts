import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { allLabs } from '../src/components/labs/all-labs.ts';
import type { Lab } from '../src/components/labs/lab.ts';
import { initialValues, startValues } from '../src/domain/labs/control.ts';
import { writeLabLink } from '../src/domain/labs/lab-link.ts';
import { faultsOf, looks } from './axe-steps.ts';
import { frameScript, useBrowser } from './browser.ts';
import { delayResponses } from './delay-responses.ts';
import { faintParts } from './drawing-contrast.ts';
import { guideOnDisk } from './guide-data.ts';
import {
  guessByKeys,
  labReady,
  openByGuess,
  openByLink,
  pressesOf,
  setByKeys,
} from './lab-steps.ts';
import { sampled } from './sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const phone = { width: 360, height: 640 };
/** One page for all labs, because nothing is stored without JavaScript. */
let withoutScripts: Page;
beforeAll(async () => {
  withoutScripts = (await open({ javaScriptEnabled: false })).page;
});

/** Per commit, a lab of each kind of guess is tested. */
const byGuess = allLabs.toSorted((a, b) => a.guess.kind.localeCompare(b.guess.kind));

/** From another version, with text that must not become markup, and too long. */
const brokenLinks = [
  'v=9&cutoff=3',
  'v=1&x=<img src=x onerror=alert(1)>',
  `v=1&${'a'.repeat(3000)}=1`,
];

describe('the labs', () => {
  it('are all listed on their page by theme, each with a picture', async () => {
    const page = withoutScripts;
    await page.goto(`${site}labs/`);
    const cards = page.locator('main .all-labs .lab-card');
    const links = await cards
      .locator('a')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(links.sort()).toEqual(allLabs.map(({ id }) => `/labs/${id}/`).sort());
    expect(links.length).toBeGreaterThanOrEqual(17);
    expect(await cards.locator('svg').count()).toBe(links.length);
    expect(await page.locator('main h2 + .all-labs').count()).toBe(5);
  });

  it('open in place on question pages, and load nothing before', async () => {
    const { page, requests, errors } = await open();
    await page.goto(`${site}questions/precision-and-recall/`, { waitUntil: 'networkidle' });
    expect(requests.join()).not.toMatch(/\/lab(-runner)?\./);
    const card = page.locator('#lab-threshold');
    await card.getByRole('link').click();
    const lab = card.locator('guide-lab[data-ready]');
    await lab.locator('.lab-question').waitFor();
    expect(await lab.locator('.lab-stage').isVisible()).toBe(false);
    await lab.locator('[data-answer]').click();
    await expect.poll(() => lab.locator('.lab-stage').isVisible()).toBe(true);
    await card.getByRole('button', { name: 'Close lab' }).click();
    await expect.poll(() => card.locator('.lab-card').isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });

  it('show a message and their initial state if they fail to load', async () => {
    const { page } = await open({ serviceWorkers: 'block' });
    await page.route(/\/lab-runner\./, (route) => route.abort());
    await page.goto(`${site}labs/threshold/`);
    await page.getByText('The lab didn’t load.').waitFor();
    expect(await page.locator('.lab-result').isVisible()).toBe(true);
  });
});

describe.each(sampled(byGuess, 2))('the lab $id', (lab) => {
  const { id, guess, controls, view, challenges } = lab;
  const worked = view(initialValues(controls));
  const start = startValues(controls);
  const solved = { ...start, ...challenges[0].solution };

  it('shows a worked default without JavaScript: question, picture, result, table, what to say', async () => {
    const page = withoutScripts;
    await page.goto(`${site}labs/${id}/`);
    const host = page.locator('guide-lab');
    expect(await host.locator('.lab-question').textContent()).toBe(guess.question);
    expect(await host.locator('.lab-result').textContent()).toBe(worked.result);
    expect(await host.locator('.lab-verdict').textContent()).toContain(worked.value);
    expect(await host.locator('.lab-figure').isVisible()).toBe(true);
    expect(await host.locator('table').count()).toBeGreaterThan(0);
    expect(await host.locator('.lab-say').isVisible()).toBe(true);
    const pressed = host.locator(':is(form, button:not(.lab-word), .lab-challenges):visible');
    expect(await pressed.count()).toBe(0);
  });

  it('asks first with at most 7 kB of its own, takes answers by keyboard, shows how far off the guess was, and keeps verdict and picture visible while a control moves', async () => {
    const { page, errors, requests } = await open({ viewport: phone });
    await page.goto(`${site}labs/${id}/`);
    const host = await labReady(page);
    expect(await ownBytes(requests)).toBeLessThanOrEqual(7000);
    expect(await host.locator(':is(.lab-run, .lab-gap):visible').count()).toBe(0);
    if (guess.kind === 'slider') {
      const slider = host.getByRole('slider', { name: guess.label });
      await slider.focus();
      await page.keyboard.press('Home');
      await expect
        .poll(() => host.locator('[data-guessed]').textContent())
        .toBe(guess.write(guess.min));
      expect(await slider.getAttribute('aria-valuetext')).toBe(guess.write(guess.min));
      await page.keyboard.press('End');
      await expect
        .poll(() => host.locator('[data-guessed]').textContent())
        .toBe(guess.write(guess.max));
      await host.getByRole('button', { name: 'Check my guess' }).focus();
    } else {
      const right = guess.options.find(({ value }) => value === guess.truth);
      await host.getByRole('button', { name: right?.label ?? '', exact: true }).focus();
    }
    await page.keyboard.press('Enter');
    const gap = host.locator('.lab-gap');
    await gap.waitFor();
    expect(await gap.textContent()).toContain(guess.because);
    expect(await gap.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await host.locator('.lab-stage').isVisible()).toBe(true);
    await expectInSight(host);
    expect(errors).toEqual([]);
  });

  it('prints without a guess, and shows a solution on request, which is in its link', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}labs/${id}/`);
    const asked = await labReady(page);
    await expectPrinted(page, asked);
    await page.emulateMedia({ media: 'screen' });
    const host = await guessByKeys(asked);
    await host.getByRole('button', { name: 'Show a solution' }).first().click();
    await host.locator('[data-challenge]').first().and(page.locator('[data-solved]')).waitFor();
    expect(await host.locator('[data-said]').textContent()).toContain('Challenge 1 solved.');
    expect(await host.locator('.lab-result').textContent()).toBe(view(solved).result);
    expect(await host.getByRole('button', { name: /^Save a related question/ }).isVisible()).toBe(
      true,
    );
    expect(page.url()).toBe(`${site}labs/${id}/${writeLabLink(id, controls, solved)}`);
    expect(errors).toEqual([]);
  });

  it('opens from any link, has two challenges that can be solved by keyboard, and saves picture and table', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}labs/${id}/${writeLabLink(id, controls, solved)}`);
    const host = await labReady(page);
    const result = host.locator('.lab-result');
    expect(await result.textContent()).toBe(view(solved).result);
    for (const [at, { solution }] of challenges.entries()) {
      await host.getByRole('button', { name: 'Reset' }).focus();
      await page.keyboard.press('Enter');
      await result.and(host.getByText(view(start).result, { exact: true })).waitFor();
      expect(new URL(page.url()).hash).toBe(writeLabLink(id, controls, start));
      const challenge = host.locator('[data-challenge]').nth(at);
      expect(await challenge.getAttribute('data-solved')).toBeNull();
      await setByKeys(host, lab, solution, pressesOf[id]?.[at] ?? []);
      await challenge.and(page.locator('[data-solved]')).waitFor();
    }
    for (const query of [...brokenLinks, 'v=1']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `lab-${id}?${query}`);
      if (query.length < 2000)
        await result.and(host.getByText(worked.result, { exact: true })).waitFor();
      expect(await host.locator('img').count()).toBe(0);
    }
    await expectSaved(page, host, lab);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await crossedLabels(host), `${width} pixels`).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});

it.each(sampled(brokenLinks, 1))('loads a lab from a broken link: %.40s', async (query) => {
  const { page, errors } = await open();
  await page.goto(`${site}labs/threshold/#lab-threshold?${query}`);
  expect(await (await labReady(page)).locator('img').count()).toBe(0);
  expect(errors).toEqual([]);
});

/** On a phone, the verdict and its picture stay above each control that is scrolled into view. */
async function expectInSight(host: Locator): Promise<void> {
  const isPressed = (await host.locator('.lab-press').count()) > 0;
  const places = await host.evaluate(
    (lab, kept) =>
      [...lab.querySelectorAll<HTMLElement>('.lab-bench :is(input, select)')]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => {
          control.focus();
          control.scrollIntoView({ block: 'end' });
          const { top = 0, bottom = 0 } = lab.querySelector(kept)?.getBoundingClientRect() ?? {};
          return { top, bottom, place: control.getBoundingClientRect().y };
        }),
    isPressed ? '.lab-verdict' : '.lab-stage',
  );
  // The note, the grid, and the list are controls themselves; so their verdict may scroll away next
  // to the form.
  for (const { top, bottom, place } of isPressed ? [] : places) {
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(phone.height);
    expect(place).toBeGreaterThanOrEqual(bottom - 1);
  }
}

/** On paper, a lab is its picture and its numbers, even before the guess. */
async function expectPrinted(page: Page, host: Locator): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect(await host.locator('.lab-figure').isVisible()).toBe(true);
  expect(await host.locator('.lab-table td').first().isVisible()).toBe(true);
  expect(await host.locator(':is(form, .lab-guess, .lab-challenges):visible').count()).toBe(0);
  const stage = host.locator('.lab-stage');
  expect(await stage.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    'rgba(0, 0, 0, 0)',
  );
}

/** The picture and the table of a lab at its worked default, as files. */
async function expectSaved(page: Page, host: Locator, { id, title, view, controls }: Lab) {
  const worked = view(initialValues(controls));
  const svg = await saved(page, host, 'Save picture (SVG)');
  const csv = await saved(page, host, 'Save table (CSV)');
  expect(svg.name).toBe(`${id}.svg`);
  const name = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return (parsed.querySelector('parsererror') ?? parsed.querySelector('title'))?.textContent;
  }, svg.text);
  expect(name).toBe(title);
  for (const word of worked.value.split(' ')) expect(svg.text).toContain(`>${word}<`);
  expect(svg.text).not.toMatch(/var\(|class=/);
  expect(csv.name).toBe(`${id}.csv`);
  const lines = csv.text.trim().split('\r\n');
  expect(lines).toHaveLength(1 + worked.table.rows.length);
  expect(lines[0]).toContain(worked.table.columns.at(-1));
}

/** Compressed size of the code that only this lab has. */
async function ownBytes(requests: readonly string[]): Promise<number> {
  const from = requests.findIndex((address) => /\/lab-runner\./.test(address));
  const own = requests
    .slice(from)
    .filter((address) => /\.js$/.test(address) && !/lab-runner|markup|watch-/.test(address));
  expect(own.some((address) => /\/lab\.[^/]*\.js$/.test(address))).toBe(true);
  const sizes = await Promise.all(
    own.map(
      async (address) =>
        brotliCompressSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Labels of drawings that a line runs through. */
function crossedLabels(host: Locator): Promise<string[]> {
  return host.evaluate((element) =>
    [...element.querySelectorAll<SVGSVGElement>('svg[role=img]')].flatMap((svg) => {
      const lines = [...svg.querySelectorAll<SVGGeometryElement>('path')].filter((path) => {
        const { stroke, fill } = getComputedStyle(path);
        return stroke !== 'none' && fill === 'none';
      });
      return [...svg.querySelectorAll<SVGTextElement>('text')].flatMap((text) => {
        // A letter in a filled circle covers the line below.
        if (text.previousElementSibling instanceof SVGCircleElement) return [];
        const { x, y, width, height } = text.getBBox();
        const points = Array.from({ length: 40 }, (_, at) => {
          const point = svg.createSVGPoint();
          point.x = x + (width * ((at % 10) + 0.5)) / 10;
          // The middle of the letters, because their box is taller.
          point.y = y + height * (0.35 + 0.1 * Math.floor(at / 10));
          return point;
        });
        const crossed = lines.some((line) => points.some((point) => line.isPointInStroke(point)));
        return crossed ? [text.textContent ?? ''] : [];
      });
    }),
  );
}

async function saved(
  page: Page,
  host: Locator,
  name: string,
): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await host.getByRole('button', { name }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

describe('styles of labs', () => {
  it('are on lab pages only, each with its own', () => {
    const styles = (path: string): string =>
      (readFileSync(`dist/${path}/index.html`, 'utf8').match(/<style.*?<\/style>/gs) ?? []).join();
    expect(styles('labs/samd-category')).toContain('.samd-grid');
    expect(styles('labs/ranking')).toContain('.lab-figure');
    expect(styles('labs/ranking')).not.toContain('.samd-grid');
    expect(styles('questions/precision-and-recall')).not.toContain('.lab-figure');
  });
});

describe('a setting of a lab', () => {
  it('is copied as a link that opens on it in place, also on the page of a question', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site}questions/precision-and-recall/`);
    // Before its script has come, the card is a link.
    await frameScript(page);
    await page.locator('#lab-threshold a').click();
    const lab = page.locator('#lab-threshold guide-lab[data-ready]');
    await lab.getByRole('button', { name: 'Skip the guess' }).click();
    await lab.getByRole('spinbutton', { name: 'Threshold' }).fill('62');
    await lab.getByRole('button', { name: 'Copy link to these settings' }).click();
    await lab.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open();
    await other.page.goto(link);
    const shared = other.page.locator('#lab-threshold guide-lab[data-ready]');
    await shared.waitFor();
    expect(await shared.getByRole('spinbutton', { name: 'Threshold' }).inputValue()).toBe('62');
    expect(await shared.locator('.lab-result').textContent()).toBe(
      await lab.locator('.lab-result').textContent(),
    );
  });
});

describe('a guess', () => {
  it('that was wrong can save the lab’s question, which is then on the page of saved questions', async () => {
    const { page, errors } = await open();
    const lab = await openByGuess(page, site, 'predictive-value');
    expect(await lab.locator('.lab-gap').textContent()).toMatch(/^You guessed 50 of 100/);
    await lab.getByRole('button', { name: /^Save a related question/ }).click();
    await lab.getByText('Added to your saved questions.').waitFor();
    await page.goto(`${site}saved/`);
    const question = guideOnDisk().questions.find(({ code }) => code === '23s');
    await page
      .getByRole('link', { name: question?.title ?? '' })
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });

  it('that was wrong says so if the browser refuses to save', async () => {
    const { page } = await open();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', { value: undefined }),
    );
    const lab = await openByGuess(page, site, 'predictive-value');
    await lab.getByRole('button', { name: /^Save a related question/ }).click();
    await lab.getByText('This browser doesn’t let the guide save anything').waitFor();
  });

  it('that was right has nothing to save', async () => {
    const { page } = await open();
    await page.goto(`${site}labs/samd-category/`);
    const lab = await labReady(page);
    await lab.getByRole('button', { name: 'III', exact: true }).click();
    await lab.getByText('Right, it’s “III”').waitFor();
    expect(await lab.getByRole('button', { name: /^Save a related question/ }).isVisible()).toBe(
      false,
    );
  });
});

it('accepts a guess only once its code is loaded', async () => {
  const { page, errors } = await open();
  const release = await delayResponses(page, /\/lab-runner\./);
  await page.goto(`${site}labs/ranking/`);
  const guess = page.getByRole('button', { name: 'All three' });
  expect(await guess.isDisabled()).toBe(true);
  release();
  await guess.click();
  await page.getByText('You guessed “All three,”').waitFor();
  expect(errors).toEqual([]);
});

it('the copied table can be pasted into a spreadsheet', async () => {
  const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const lab = await openByLink(page, site, 'predictive-value');
  await lab.getByRole('button', { name: 'Copy table' }).click();
  await lab.getByText('Table copied').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('PPV: alerts that are true\t8.3%');
});

// Before the guess: accessibility-pages.test.ts, for each commit in the first look.
describe('each lab is accessible and fits after the guess', () => {
  it.each(sampled(looks.toReversed(), 1))(
    'in $colorScheme at $width pixels',
    async ({ colorScheme, width }) => {
      const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
      const faults: string[] = [];
      for (const { id } of sampled(byGuess, 2)) {
        await page.goto(`${site}labs/${id}/`);
        const lab = await labReady(page);
        await lab.locator('[data-guess], [data-answer]').first().click();
        for (const details of await lab.locator('details').all()) {
          await details.evaluate((element) => element.toggleAttribute('open', true));
        }
        faults.push(...(await faultsOf(page, id)), ...(await faintParts(page, id)));
      }
      expect(faults).toEqual([]);
    },
  );
});

describe('with the system’s colors', () => {
  it.each(sampled(['light', 'dark'] as const, 1))(
    'the chosen cell of the grid is readable on a %s background',
    async (colorScheme) => {
      const { page } = await open({ colorScheme, forcedColors: 'active' });
      const lab = await openByLink(
        page,
        site,
        'samd-category',
        'product=stroke&cell=critical-treat',
      );
      const colors = await lab.locator('button[aria-pressed=true]').evaluate((button) => {
        const inner = button.querySelector('strong') ?? button;
        return [getComputedStyle(button).backgroundColor, getComputedStyle(inner).color];
      });
      const system = await page.evaluate(() => {
        const probe = document.createElement('p');
        probe.style.cssText = 'forced-color-adjust:none;background:Highlight;color:HighlightText';
        document.body.append(probe);
        const { backgroundColor, color } = getComputedStyle(probe);
        probe.remove();
        return [backgroundColor, color];
      });
      expect(colors).toEqual(system);
    },
  );
});

describe('the figures', () => {
  it('are on at least twenty pages, with descriptions for readers who can’t see them', async () => {
    const page = withoutScripts;
    const withFigures = guideOnDisk().questions.filter(({ slug }) =>
      /<figure[^>]* class="[^"]*\bdrawn\b/.test(
        readFileSync(`dist/questions/${slug}/index.html`, 'utf8'),
      ),
    );
    expect(withFigures.length).toBeGreaterThanOrEqual(20);
    for (const { slug } of sampled(withFigures, 2)) {
      await page.goto(`${site}questions/${slug}/`);
      for (const figure of await page.locator('figure.drawn').all()) {
        const label = await figure.locator('svg[role=img]').getAttribute('aria-label');
        const fill = await figure.locator('svg').evaluate((svg) => getComputedStyle(svg).fill);
        expect(fill, `styles of the figures on ${slug}`).toBe('none');
        expect(label?.length, slug).toBeGreaterThan(100);
      }
    }
  });
});

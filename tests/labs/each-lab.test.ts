import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { answerInWords, askedIn, writeGuess } from '../../src/components/labs/guess.ts';
import type { Lab } from '../../src/components/labs/lab.ts';
import { initialValues, type Values } from '../../src/domain/labs/control.ts';
import { goalStart } from '../../src/domain/labs/goals.ts';
import { writeLabLink } from '../../src/domain/labs/lab-link.ts';
import { startOptimizing, startRecorder, useBrowser } from '../support/browser.ts';
import { delayResponses } from '../support/delay-responses.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import {
  expectSaid,
  guessByKeys,
  labReady,
  openByGuess,
  pressesOf,
  setByKeys,
} from './lab-steps.ts';
import { allLabs } from './labs-on-disk.ts';

const open = useBrowser();
const openRecorder = useBrowser(startRecorder);
const openOptimizing = useBrowser(startOptimizing);
const site = inject('rootSite');
const phone = { width: 360, height: 640 };
const { questions } = guideOnDisk();
const codesOf = (id: string) => allLabs.find((lab) => lab.id === id)?.questions ?? [];
/** A question to which the lab on thresholds belongs or, if there is none, the first question. */
const asked = questions.find(({ code }) => codesOf('threshold').includes(code)) ?? questions[0];
const askedPage = `questions/${asked?.slug}/`;
/** One page for all labs, which works because nothing is stored without JavaScript. */
let withoutScripts: Page;
beforeAll(async () => {
  withoutScripts = (await open({ javaScriptEnabled: false })).page;
});

/** Labs, sorted by the kind of guess. On each commit, only some of them are tested. */
const byGuess = allLabs.toSorted((a, b) => a.guess.kind.localeCompare(b.guess.kind));

/** Links that are from another version, are too long, or contain markup, which must stay text. */
const brokenLinks = [
  'v=9&cutoff=3',
  'v=1&x=<img src=x onerror=alert(1)>',
  `v=1&${'a'.repeat(3000)}=1`,
];

describe('the labs', () => {
  it('are all listed on their page by theme, each with a picture and its surprise', async () => {
    const page = withoutScripts;
    await page.goto(`${site}labs/`);
    const cards = page.locator('main .lab-card');
    const links = await cards
      .locator('a')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(links.sort()).toEqual(allLabs.map(({ id }) => `/labs/${id}/`).sort());
    expect(await cards.locator('svg').count()).toBe(links.length);
    const themes = new Set(allLabs.map(({ theme }) => theme));
    expect(await page.locator('main h2 + .lab-cards').count()).toBe(themes.size);
    for (const { surprise } of allLabs) await cards.getByText(surprise).waitFor();
  });

  itNightly('have cards of one size, on every page that shows them', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } });
    const widths = new Set<number>();
    const withLabs = questions.filter(({ code }) =>
      allLabs.some((lab) => lab.questions.includes(code)),
    );
    for (const path of [
      '',
      'labs/',
      ...sampled(withLabs, 2).map(({ slug }) => `questions/${slug}/`),
    ]) {
      await page.goto(site + path);
      for (const card of await page.locator('.lab-card').all()) {
        widths.add(Math.round((await card.boundingBox())?.width ?? 0));
      }
    }
    expect(widths.size).toBe(1);
  });

  it('have their own styles on their pages', async () => {
    const styled = allLabs.flatMap(({ id, element = id }) => {
      const file = `src/components/labs/${element}/lab.css`;
      const [, ownClass] = existsSync(file)
        ? (/\.((?!lab\b)[a-z]+-[a-z-]+)/.exec(readFileSync(file, 'utf8')) ?? [])
        : [];
      return ownClass === undefined ? [] : [{ id, ownClass }];
    });
    expect(styled).not.toEqual([]);
    for (const { id, ownClass } of styled) {
      const [head] = (await (await fetch(`${site}labs/${id}/`)).text()).split('</head>');
      expect(head, id).toContain(`.${ownClass}`);
    }
  });

  it('load nothing on question pages, and open from links that those pages once had', async () => {
    const { page, requests, errors } = await open();
    await page.goto(`${site}${askedPage}`, { waitUntil: 'networkidle' });
    expect(requests.join()).not.toMatch(/\/lab(-runner)?\./);
    await page.goto('about:blank');
    await page.goto(`${site}${askedPage}#lab-threshold?v=1&cutoff=62`);
    await page.waitForURL(`${site}labs/threshold/#lab-threshold?v=1&cutoff=62`);
    const lab = await labReady(page);
    expect(await lab.getByRole('spinbutton', { name: 'Threshold' }).inputValue()).toBe('62');
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

describe.each(sampled(byGuess, 1))('the lab $id', (lab) => {
  const { id, guess, controls, view, goals } = lab;
  const worked = view(initialValues(controls));
  const [first, second] = goals;
  const solved = { ...goalStart(controls, first), ...first.solution };

  it('shows its question with the answer, and a worked default, without JavaScript', async () => {
    const page = withoutScripts;
    await page.goto(`${site}labs/${id}/`);
    const host = page.locator('guide-lab');
    for (const part of askedIn(guess)) {
      expect(await host.locator('.lab-question').textContent()).toContain(part);
    }
    expect(await host.locator('.lab-answer').textContent()).toBe(answerInWords(guess));
    expect(await host.locator('.lab-answer').isVisible()).toBe(true);
    expect(await host.locator('.lab-result').textContent()).toBe(worked.result);
    expect(await host.locator('.lab-verdict').textContent()).toContain(worked.value);
    expect(await host.locator('.lab-figure').isVisible()).toBe(true);
    expect(await host.locator('.lab-table td, .lab-press').first().isVisible()).toBe(true);
    expect(await host.locator('.lab-say').isVisible()).toBe(true);
    const pressed = host.locator(':is(.lab-form, fieldset, button:not(.lab-word)):visible');
    expect(await pressed.count()).toBe(0);
  });

  it('asks first with at most 7 kB of its own, and can’t be checked before a guess', async () => {
    const { page, errors, requests } = await open({ viewport: phone });
    await page.goto(`${site}labs/${id}/`);
    const host = await labReady(page);
    expect(await ownBytes(requests)).toBeLessThanOrEqual(7000);
    const hidden = '.lab-figure, .lab-goal, .lab-form, .lab-say-it, .lab-more, .lab-answer';
    expect(await host.locator(`:is(${hidden}):visible`).count()).toBe(0);
    if (guess.kind === 'slider') {
      const [min, max] = guess.range;
      const check = host.getByRole('button', { name: 'Check my guess' });
      const slider = host.getByRole('slider', { name: guess.label });
      await check.focus();
      await page.keyboard.press('Enter');
      await host.getByText('Move the slider first').waitFor();
      expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
      for (const [key, value] of [
        ['Home', min],
        ['End', max],
      ] as const) {
        await page.keyboard.press(key);
        const text = writeGuess(guess, value);
        await expect.poll(() => host.locator('[data-guessed]').textContent()).toBe(text);
        expect(await slider.getAttribute('aria-valuetext')).toBe(text);
      }
      await check.focus();
    } else {
      const label = guess.options[guess.truth] ?? '';
      await host.getByRole('button', { name: label, exact: true }).focus();
    }
    await page.keyboard.press('Enter');
    const fact = host.locator('.lab-fact');
    await fact.waitFor();
    expect(await fact.textContent()).toContain(guess.because);
    expect(await fact.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await host.locator('.lab-strip .guess-mark').count()).toBe(1);
    await expectInSight(host);
    expect(errors).toEqual([]);
  });

  it('has guess, chart, goal, controls, and check on one screen of 1280 by 800', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${site}labs/${id}/`);
    const host = await labReady(page);
    const seen = async (...parts: readonly string[]): Promise<void> => {
      for (const part of parts) {
        const box = await host.locator(part).boundingBox();
        expect(box?.y, part).toBeGreaterThanOrEqual(60);
        expect((box?.y ?? 0) + (box?.height ?? 900), part).toBeLessThanOrEqual(800);
      }
    };
    await seen('.lab-ask');
    await guessByKeys(host);
    const parts = ['.lab-strip', '.lab-figure', '.lab-goal', '.lab-needs', '.lab-form'];
    await seen(...parts, '[data-check]');
    await host.getByRole('button', { name: 'Show a solution' }).click();
    await host.getByRole('button', { name: 'Check goal 1' }).click();
    await seen('.lab-goal', '[data-check]');
    await host.getByRole('button', { name: 'Start goal 2' }).click();
    await seen(...parts, '[data-check]');
    expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(60);
  });

  it('prints without a guess, shows a solution on request, and ends with a sentence to say', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}labs/${id}/`);
    const asked = await labReady(page);
    await expectPrinted(page, asked);
    await page.emulateMedia({ media: 'screen' });
    const host = await guessByKeys(asked);
    const goal = host.locator('.lab-goal');
    expect(await goal.textContent()).toContain(first.task);
    await host.getByRole('button', { name: 'Show a solution' }).click();
    expect(await host.locator('[data-said]').textContent()).toContain('Goal 1 is met.');
    expect(await host.locator('progress').getAttribute('value')).toBe('1');
    expect(await host.locator('.lab-result').textContent()).toBe(view(solved).result);
    expect(page.url()).toBe(`${site}labs/${id}/${writeLabLink(id, controls, solved)}`);
    await host.getByRole('button', { name: 'Check goal 1' }).click();
    await goal.getByText(first.done).waitFor();
    await host.getByRole('button', { name: 'Start goal 2' }).click();
    await goal.getByText(second.task).waitFor();
    await host.getByRole('button', { name: 'Show a solution' }).click();
    await host.getByRole('button', { name: 'Check goal 2' }).click();
    await goal.getByText(second.done).waitFor();
    await host.getByRole('button', { name: 'Say it in one sentence' }).click();
    const title = host.getByRole('heading', { name: 'Say it in one sentence' });
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await host.locator('.lab-say-it a').count()).toBe(lab.questions.length);
    expect(errors).toEqual([]);
  });

  it('has two goals that can be solved by keyboard, with a meter that moves', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}labs/${id}/`);
    const host = await labReady(page);
    await host.getByRole('button', { name: 'Skip the guess' }).click();
    for (const [at, goal] of goals.entries()) {
      const check = host.locator('[data-check]');
      expect(await check.getAttribute('aria-disabled')).toBe('true');
      await check.focus();
      await page.keyboard.press('Enter');
      await expectSaid(host, /^Not yet\. /);
      const before = Number(await host.locator('progress').getAttribute('value'));
      expect(before).toBeLessThan(1);
      const { removed: _, ...values } = goal.solution;
      await setByKeys(host, lab, withoutPressed(lab, values), pressesOf[id]?.[at] ?? []);
      await expect.poll(() => check.getAttribute('aria-disabled')).toBe('false');
      expect(await host.locator('progress').getAttribute('value')).toBe('1');
      await check.focus();
      await page.keyboard.press('Enter');
      await host
        .locator('.lab-goal')
        .getByText(`Goal ${at + 1} solved`)
        .waitFor();
      if (at === 0) {
        await check.focus();
        await page.keyboard.press('Enter');
        await host.locator('.lab-goal').getByText('Goal 2 of 2').waitFor();
      }
    }
    expect(errors).toEqual([]);
  });

  it('opens from any link as shared settings, and asks nothing', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}labs/${id}/${writeLabLink(id, controls, solved)}`);
    const host = await labReady(page);
    const result = host.locator('.lab-result');
    expect(await result.textContent()).toBe(view(solved).result);
    await host.getByRole('heading', { name: 'Shared settings' }).waitFor();
    expect(await host.locator('.lab-question').isVisible()).toBe(false);
    for (const query of brokenLinks) {
      await followHash(page, `#lab-${id}?${query}`);
      // A link that is too long changes nothing.
      const shown = query.length < 2000 ? worked.result : view(solved).result;
      expect(await result.textContent()).toBe(shown);
      expect(await host.locator('img').count()).toBe(0);
      await followHash(page, writeLabLink(id, controls, solved));
      expect(await result.textContent()).toBe(view(solved).result);
    }
    await followHash(page, `#lab-${id}?v=1`);
    expect(await result.textContent()).toBe(worked.result);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await crossedLabels(host), `${width} pixels`).toEqual([]);
    }
    await host.getByRole('button', { name: 'Guess first' }).click();
    await host.locator('.lab-question').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await host.getByRole('button', { name: 'Skip the guess' }).click();
    await host.getByRole('button', { name: 'Reset' }).click();
    const start = goalStart(controls, first);
    await result.and(host.getByText(view(start).result, { exact: true })).waitFor();
    expect(new URL(page.url()).hash).toBe(writeLabLink(id, controls, start));
    expect(errors).toEqual([]);
  });
});

/** Changes the URL's fragment and waits until the page has reacted. */
function followHash(page: Page, hash: string): Promise<void> {
  return page.evaluate(
    (next) =>
      new Promise<void>((resolve) => {
        addEventListener('hashchange', () => resolve(), { once: true });
        location.hash = next;
      }),
    hash,
  );
}

/** Removes values that readers set by pressing the board, because they have no controls. */
function withoutPressed({ id }: Lab, values: Values): Values {
  const isPressed = id === 'cds-criteria' ? ['recommendation', 'basis'] : [];
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isPressed.includes(name)));
}

/**
 * Checks that when a control is scrolled into view on a phone, the chart stays visible above it and
 * the check stays in the window.
 */
async function expectInSight(host: Locator): Promise<void> {
  // If a note, a grid, or a list is itself the control, only its verdict stays in view.
  const isBoard = (await host.locator('.lab-press').count()) > 0;
  const places = await host.evaluate(
    (lab, kept) =>
      [...lab.querySelectorAll<HTMLElement>('.lab-form :is(input, select)')]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => {
          control.focus();
          control.scrollIntoView({ block: 'end' });
          const { top = 0, bottom = 0 } = lab.querySelector(kept)?.getBoundingClientRect() ?? {};
          const check = lab.querySelector('[data-check]')?.getBoundingClientRect().bottom ?? 999;
          return { top, bottom, check, place: control.getBoundingClientRect().y };
        }),
    isBoard ? '.lab-verdict' : '.lab-screen',
  );
  for (const { top, bottom, check, place } of places) {
    expect(check).toBeLessThanOrEqual(phone.height);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(phone.height);
    expect(place).toBeGreaterThanOrEqual(bottom - 1);
  }
}

async function expectPrinted(page: Page, host: Locator): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect(await host.locator('.lab-answer').isVisible()).toBe(true);
  expect(await host.locator('.lab-figure').isVisible()).toBe(true);
  expect(await host.locator('.lab-table td, .lab-press').first().isVisible()).toBe(true);
  expect(await host.locator(':is(.lab-form, fieldset, .lab-recording):visible').count()).toBe(0);
  const stage = host.locator('.lab-stage');
  expect(await stage.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    'rgba(0, 0, 0, 0)',
  );
}

/** Returns the compressed size of the code that the lab loads beyond the code that labs share. */
async function ownBytes(requests: readonly string[]): Promise<number> {
  const from = requests.findIndex((address) => /\/lab-runner\./.test(address));
  const scripts = requests
    .slice(from)
    .filter((address) => /\.js$/.test(address) && !/lab-runner|markup|watch-/.test(address));
  expect(scripts.some((address) => /\/view\.[^/]*\.js$/.test(address))).toBe(true);
  const sizes = await Promise.all(
    scripts.map(
      async (address) =>
        brotliCompressSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Returns the labels that are crossed by a line in their drawing. */
function crossedLabels(host: Locator): Promise<string[]> {
  return host.evaluate((element) =>
    [...element.querySelectorAll<SVGSVGElement>('svg[role=img]')].flatMap((svg) => {
      const lines = [...svg.querySelectorAll<SVGGeometryElement>('path')].filter((path) => {
        const { stroke, fill } = getComputedStyle(path);
        return stroke !== 'none' && fill === 'none';
      });
      return [...svg.querySelectorAll<SVGTextElement>('text')].flatMap((text) => {
        // If a letter is in a filled circle, the circle covers any line behind it.
        if (text.previousElementSibling instanceof SVGCircleElement) return [];
        const { x, y, width, height } = text.getBBox();
        const points = Array.from({ length: 40 }, (_, at) => {
          const point = svg.createSVGPoint();
          point.x = x + (width * ((at % 10) + 0.5)) / 10;
          // Use the middle of the letters, because their box is taller than they are.
          point.y = y + height * (0.35 + 0.1 * Math.floor(at / 10));
          return point;
        });
        const crossed = lines.some((line) => points.some((point) => line.isPointInStroke(point)));
        return crossed ? [text.textContent ?? ''] : [];
      });
    }),
  );
}

describe('styles of labs', () => {
  it('are on lab pages only, each with its own', () => {
    const styles = (path: string): string =>
      (readFileSync(`dist/${path}/index.html`, 'utf8').match(/<style.*?<\/style>/gs) ?? []).join();
    expect(styles('labs/samd-category')).toContain('.cases-grid');
    expect(styles('labs/ranking')).toContain('.lab-stage');
    expect(styles('labs/ranking')).not.toContain('.cases-grid');
    expect(styles(askedPage)).not.toContain('.lab-stage');
  });
});

describe('a setting of a lab', () => {
  it('is copied as a link that says what is shared', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const lab = await openByGuess(page, site, 'predictive-value');
    await lab.getByRole('spinbutton', { name: 'Prevalence' }).fill('12');
    await lab.getByRole('button', { name: 'Copy link to these settings' }).click();
    await lab.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open();
    await other.page.goto(link);
    const shared = await labReady(other.page);
    await shared.getByText('Prevalence: 12%').waitFor();
    expect(await shared.locator('.lab-result').textContent()).toBe(
      await lab.locator('.lab-result').textContent(),
    );
    await shared.getByRole('button', { name: 'Start goal 1' }).click();
    await shared.getByText('Goal 1 of 2').waitFor();
    expect(await shared.getByRole('spinbutton', { name: 'Prevalence' }).inputValue()).toBe('1');
  });
});

describe('a goal', () => {
  it('moves its meter with every change', async () => {
    const { page } = await open();
    const lab = await openByGuess(page, site, 'predictive-value');
    const meter = async () => Number(await lab.locator('progress').getAttribute('value'));
    const slider = lab.getByRole('slider', { name: 'Prevalence' });
    await slider.focus();
    let before = await meter();
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('ArrowRight');
      expect(await meter()).toBeGreaterThan(before);
      // The slider is logarithmic, so its own number isn't the value.
      const value = await lab.getByRole('spinbutton', { name: 'Prevalence' }).inputValue();
      expect(await slider.getAttribute('aria-valuetext')).toBe(`${value}%`);
      before = await meter();
    }
  });

  itNightly('draws within a frame', async () => {
    const { page } = await openOptimizing();
    const slow: string[] = [];
    for (const { id } of sampled(allLabs, 3)) {
      const lab = await openByGuess(page, site, id);
      const times = await lab.evaluate((host) =>
        [...host.querySelectorAll<HTMLInputElement>('.lab-form input[type=range]')].flatMap(
          (slider) =>
            Array.from({ length: 4 }, () => {
              slider.stepUp();
              const from = performance.now();
              slider.dispatchEvent(new Event('input', { bubbles: true }));
              return performance.now() - from;
            }),
        ),
      );
      const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
      if (median > 16) slow.push(`${id}: ${median} ms`);
    }
    expect(slow).toEqual([]);
  });
});

describe('a sentence', () => {
  itNightly('is recorded for twenty seconds at most, and played back', async () => {
    const { page, errors } = await openRecorder({ permissions: ['microphone'] });
    const lab = await openByGuess(page, site, 'threshold');
    await lab.getByRole('button', { name: 'Record' }).click();
    await lab.getByText('0:18').waitFor();
    await lab.getByRole('button', { name: 'Stop' }).click();
    await lab.getByRole('button', { name: 'Record again' }).waitFor();
    await lab.locator('audio').waitFor();
    await lab.getByText('Our sentence').click();
    await lab.locator('.lab-say').waitFor();
    expect(errors).toEqual([]);
  });

  it('says why it can’t be recorded', async () => {
    const { page } = await open();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'MediaRecorder', { value: undefined }),
    );
    const lab = await openByGuess(page, site, 'threshold');
    await lab.getByRole('button', { name: 'Record' }).click();
    await lab.getByText('This browser can’t record here.').waitFor();
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

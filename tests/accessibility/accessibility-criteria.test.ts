/**
 * WCAG criteria that no other test checks. docs/conformance/wcag.yaml lists the test for each
 * criterion.
 */
import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { settings } from '../../src/guide-settings.ts';
import { inNewYork } from '../practice/progress-steps.ts';
import { frameScript, useBrowser } from '../support/browser.ts';
import { questionsData } from '../support/guide-data.ts';
import { sitePages } from '../support/page-sweep.ts';
import { sampled } from '../support/sampled.ts';
import { screens } from '../support/screens.ts';
import { faultsByRules } from './axe-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const pages = sitePages('dist').map((path) => ({
  path,
  html: readFileSync(`dist/${path.replace(/(^|\/)$/, '$1index.html')}`, 'utf8'),
}));
const framed = pages.filter(({ html }) => html.includes('<header class="header'));
const shipped = globSync('dist/**/*.{html,js,css}', {
  // Pagefind's own interfaces, which no page uses.
  exclude: ['dist/pagefind/*-ui.*'],
})
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const [question] = questionsData('dist').questions;
const path = `questions/${question?.slug}/`;
const kinds = [
  '',
  path,
  `levels/${question?.level}/`,
  'labs/',
  'labs/threshold/',
  'glossary/',
  'sources/',
  'downloads/',
  'what-changed/',
  'about/',
];

/** The steps to open the pages in `kinds`, with everything expanded, and each screen. */
const places: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  ...Object.fromEntries(
    kinds.map((path) => [
      `/${path}`,
      async (page: Page) => {
        await page.goto(site + path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        if (path.startsWith('labs/') && path !== 'labs/') {
          await page.locator('guide-lab[data-ready]').waitFor();
        }
      },
    ]),
  ),
  ...screens,
};

describe('the built site', () => {
  it('has no audio or video, no image of text, and no frame', () => {
    const tags = /<(audio|video|object|embed|iframe|img|canvas|marquee|blink)\b/;
    expect(pages.filter(({ html }) => tags.test(html)).map(({ path }) => path)).toEqual([]);
    expect(globSync('dist/**/*.{mp3,m4a,wav,ogg,mp4,webm,gif,jpg,jpeg,webp}')).toEqual([]);
  });

  it('has no login, and no fields for personal data that browsers could fill in', () => {
    expect(shipped.match(/type=["']?(email|password|tel)\b/g)).toBeNull();
    expect(shipped.match(/(?<!aria-)autocomplete=["']?(?!off)\w+/g)).toBeNull();
  });

  it('doesn’t react to device motion, and doesn’t lock the orientation', () => {
    expect(shipped.match(/devicemotion|deviceorientation|orientation\.lock/gi)).toBeNull();
    expect(shipped.match(/\(orientation\b/g)).toBeNull();
    const manifest: unknown = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8'));
    expect(manifest).not.toHaveProperty('orientation');
  });

  it('has no animation that repeats or lasts five seconds', () => {
    const animations = shipped.match(/\banimation(-[a-z-]+)?:[^;}"]+/g) ?? [];
    expect(animations.length).toBeGreaterThan(0);
    expect(
      animations.filter((one) => /infinite|iteration|[: ]([5-9]|\d\d)[\d.]*s/.test(one)),
    ).toEqual([]);
    expect(shipped.match(/\.animate\(/g)).toBeNull();
  });

  it('gives each page a title that says what the page is', () => {
    const faults = framed.filter(({ html }) => {
      const heading = /<h1 id="_top"[^>]*>([^<]*)/.exec(html)?.[1];
      return !html.includes(`<title>${heading} | ${settings.shortTitle}`);
    });
    expect(faults.map(({ path }) => path)).toEqual(['']);
    expect(pages.find(({ path }) => path === '')?.html).toContain(`<title>${settings.title}`);
  });

  it('has the same links in the header, menu, and footer of each page, in the same order, with the same names', () => {
    const links = (html: string, part: RegExp): string[] =>
      [...(part.exec(html)?.[0] ?? '').matchAll(/<a href="([^"#]*)"[^>]*>(.*?)<\/a>/gs)].map(
        ([, href = '', name = '']) => `${href} ${name.replace(/<[^>]*>/g, '')}`,
      );
    for (const part of [
      /<header class="header.*?<\/header>/s,
      /<nav class="sidebar.*?<\/nav>/s,
      new RegExp(`<p>${settings.disclaimer.slice(0, 12)}.*?</p>`, 's'),
    ]) {
      const all = framed.map(({ html }) => links(html, part).join('\n'));
      expect(all[0]).not.toBe('');
      expect(new Set(all).size).toBe(1);
    }
  });

  it('never identifies a control by its position, shape, or color alone', () => {
    const control = '(button|link|box|field|menu|icon|checkbox|tab)';
    const pattern = `\\b${control} (on|at|to) the (left|right|top|bottom)\\b`;
    const look = `\\b(red|green|blue|orange|gray|round|square) ${control}\\b`;
    expect(shipped.match(new RegExp(`${pattern}|${look}`, 'gi'))).toBeNull();
  });
});

describe.each(sampled(Object.entries(places), 1))('%s', (name, go) => {
  it('names controls by visible text, reads in visual order, and cuts off no widely spaced text', async () => {
    const { page } = await open({ viewport: { width: 360, height: 800 }, ...inNewYork });
    await go(page);
    await frameScript(page);
    const before = await shown(page);
    for (const x of [30, 130, 230, 330]) {
      for (let y = 20; y < 800; y += 50) await page.mouse.move(x, y);
    }
    expect(await shown(page)).toBe(before);
    expect([
      ...(await faultsByRules(page, name, ['label-content-name-mismatch'])),
      ...(await steppingBack(page)),
    ]).toEqual([]);
    await addTextSpacing(page);
    expect(await clipped(page)).toEqual([]);
  });
});

it('a press released outside the control does nothing', async () => {
  const { page } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(site + path);
  await page.locator('.part copy-text button').first().waitFor({ state: 'attached' });
  // Both lists of parts mark the reader's place once the page is idle.
  await expect.poll(() => page.locator('[href="#_top"][aria-current]').count()).toBe(2);
  const before = await page.content();
  for (const selector of ['question-tools button', '[data-part=hint] > summary', '.answer-now a']) {
    await page.locator(selector).first().hover();
    await page.mouse.down();
    await page.mouse.move(640, 5);
    await page.mouse.up();
  }
  expect(await page.content()).toBe(before);
  expect(page.url()).toBe(site + path);
  // Mock interviews listen for presses because browsers play the time alert only after one.
  // Question pages stop scrolling to a linked part once the reader has pressed something.
  const listeners = globSync('src/**/*.{ts,astro}').filter((file) =>
    /['"](pointerdown|mousedown|touchstart|touchmove)['"]/.test(readFileSync(file, 'utf8')),
  );
  expect(listeners.sort()).toEqual([
    'src/components/question/parts-of-page.ts',
    'src/components/study/mock/running-mock.ts',
  ]);
});

/**
 * Returns the page's accessibility tree, without marking what is selected, because the pointer
 * selects options in search.
 */
async function shown(page: Page): Promise<string> {
  return (await page.locator('body').ariaSnapshot()).replaceAll(' [selected]', '');
}

/**
 * Returns the start of the HTML of each block that is drawn above the one before it in the
 * document.
 */
function steppingBack(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const blocks = document.querySelectorAll('main :is(h1, h2, h3, p, li, summary, table)');
    /**
     * Returns true if the element or one of its ancestors is sticky or fixed, scrolls separately
     * (such as the hero's hint), or is only for screen readers (such as the title of a full-screen
     * room).
     */
    const isApart = (element: Element | null): boolean => {
      if (element === null || element === document.documentElement) return false;
      const { position, overflowY, clipPath } = getComputedStyle(element);
      const isUnseen = position === 'absolute' && clipPath === 'inset(50%)';
      const scrolls =
        /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return /sticky|fixed/.test(position) || scrolls || isUnseen || isApart(element.parentElement);
    };
    const seen = [...blocks].filter(
      (block) => block.checkVisibility() && block.textContent !== '' && !isApart(block),
    );
    return seen.flatMap((block, index) => {
      const before = seen[index - 1]?.getBoundingClientRect().top ?? 0;
      return block.getBoundingClientRect().bottom < before ? [block.outerHTML.slice(0, 200)] : [];
    });
  });
}

/** Sets the text spacing that readers may choose (WCAG 1.4.12). */
function addTextSpacing(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
}

function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isClipped = (element: Element): boolean => {
      const { overflowX, overflowY, clipPath, webkitLineClamp, textIndent } =
        getComputedStyle(element);
      const isMeant = clipPath !== 'none' || webkitLineClamp !== 'none' || textIndent !== '0px';
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      return (
        !isMeant &&
        // The axis of a chart may be cut off, because a table below the chart has the same values.
        !element.matches('.chart .frame') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        element.clientHeight > 1 &&
        ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
      );
    };
    return [...document.querySelectorAll('body *')]
      .filter(isClipped)
      .map((element) => `<${element.localName} class="${element.className}"> is cut off`);
  });
}

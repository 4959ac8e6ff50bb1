/**
 * Checks that Starlight's markup is what the guide's stylesheets expect, because an update to
 * Starlight may change it.
 */
import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { frameScript, useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';

const open = useBrowser();
const site = inject('rootSite');
const stylesheet = 'src/styles/starlight.css';
const built = (path: string): string => readFileSync(`dist/${path}index.html`, 'utf8');
const questions = guideOnDisk().questions.map(({ slug }) => `questions/${slug}/`);
/** The second question (so that one comes before it) and a question with a code listing. */
const shown = [questions[1], questions.find((path) => built(path).includes('<pre'))];
const pages = [...shown, '', 'about/', 'glossary/', 'paths/', 'sources/'].filter(
  (path) => path !== undefined,
);

/**
 * Returns a stylesheet's selectors that match nothing on a page. Each alternative in `:is()` counts
 * separately.
 */
function unmatched(page: Page, css: string): Promise<string[]> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const selectorsOf = (rules: CSSRuleList, parents: readonly string[]): string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSGroupingRule) return selectorsOf(rule.cssRules, parents);
        if (!(rule instanceof CSSStyleRule)) return [];
        const selectors = alternatives(rule.selectorText).flatMap((selector) =>
          parents.map((parent) => join(parent, selector)),
        );
        return [...selectors, ...selectorsOf(rule.cssRules, selectors)];
      });
    const join = (parent: string, selector: string): string =>
      selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`.trim();
    /** Splits "a :is(b, c)" into "a b" and "a c". */
    const alternatives = (selector: string): string[] => {
      const match = /:is\(((?:[^()]|\([^()]*\))*)\)/.exec(selector);
      if (match === null) return split(selector);
      return split(match[1] ?? '').flatMap((each) => {
        const before = selector.slice(0, match.index);
        // A type selector can't follow a compound selector, so "&:is(a, .b)" becomes "&:is(a)" and
        // "&.b".
        const inner = /^[a-z]/i.test(each) && /[^\s>+~(]$/.test(before) ? `:is( ${each})` : each;
        const whole = before + inner + selector.slice(match.index + match[0].length);
        return inner === each ? alternatives(whole) : [whole.replaceAll(':is( ', ':is(')];
      });
    };
    const split = (list: string): string[] => list.split(/,(?![^(]*\))/).map((each) => each.trim());
    const state = /::[\w-]+|:(hover|popover-open)/g;
    return selectorsOf(sheet.cssRules, ['']).filter(
      (selector) => document.querySelector(selector.replace(state, '')) === null,
    );
  }, css);
}

/** Opens a page with everything that scripts add to it. */
async function openWhole(path: string): Promise<Page> {
  const { page } = await open();
  // The fragment makes the list of parts mark the part in view.
  await page.goto(site + path + (path.startsWith('questions') ? '#answer' : ''));
  await frameScript(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    // Some study pages set this class.
    document.documentElement.classList.add('wide');
    // Parts are marked once their end was on the screen.
    scrollTo(0, document.documentElement.scrollHeight);
  });
  return page;
}

describe('the stylesheet for Starlight’s markup', () => {
  itNightly('has no selector that matches nothing', async () => {
    let open = [
      ...(await unmatched(await openWhole('404.html'), readFileSync(stylesheet, 'utf8'))),
    ];
    expect(open.length).toBeGreaterThan(3);
    for (const path of pages) {
      const page = await openWhole(path);
      await expect
        .poll(() => page.locator('[data-seen]').count())
        .toBeGreaterThanOrEqual(path.startsWith('questions') ? 1 : 0);
      const here = new Set(await unmatched(page, readFileSync(stylesheet, 'utf8')));
      open = open.filter((selector) => here.has(selector));
    }
    expect(open).toEqual([]);
  });

  it('would report one', async () => {
    const page = await openWhole('about/');
    const css = '@layer a { .sl-gone { b& { top: 0 } } main :is(h1, .sl-moved):hover { top: 0 } }';
    expect(await unmatched(page, css)).toEqual(['.sl-gone', 'b.sl-gone', 'main .sl-moved:hover']);
  });

  it('is the only one that names it', () => {
    // Elements with Starlight's scoped styles have a class that starts with `astro-`.
    const classes = pages
      .map((path) => built(path))
      .flatMap((html) => [...html.matchAll(/class="([^"]*\bastro-[^"]*)"/g)])
      .flatMap(([, names = '']) => names.split(' '))
      .filter((name) => !/^(astro|level)-/.test(name));
    expect(classes).toContain('sl-flex');
    const names = new Set(classes);
    const sheets = globSync('src/**/*.css').filter(
      // Link previews and print pages don't have Starlight's frame.
      (file) => file !== stylesheet && !/(preview-card|print-pages)\.css$/.test(file),
    );
    expect(sheets.length).toBeGreaterThan(20);
    const unmatchedSelectors = sheets.flatMap((file) => {
      const css = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
      const named = [...css.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/gi)].map(
        ([, name = '']) => name,
      );
      return [
        ...named.filter((name) => names.has(name) && name !== 'sr-only'),
        ...(css.match(/#starlight__\w+|\b(mobile-)?starlight-[a-z]+|(?<!-)\bsl-[a-z]+-[a-z]+\b/g) ??
          []),
      ].map((name) => `${file}: ${name}`);
    });
    expect(unmatchedSelectors).toEqual([]);
  });
});

/**
 * Paper from Chromium and Firefox, whose print engines differ. PDF.js reads their PDFs. WebKitGTK's
 * driver can't print, so the sheets of candidates are measured on its screen.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { linkOfInterview } from '../mock/kit-steps.ts';
import { study } from '../mock/mock-steps.ts';
import { coveredTexts, lettersOf, readPdf } from '../outputs/read-pdf.ts';
import { ensureFirefox, findFirefox, hasWebKit } from '../support/find-tools.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';
import { startChromium } from './chromium.ts';
import { type PrintingEngine, Reader } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

const site = inject('rootSite');
const seven = study.questions.slice(0, 7);
const twoCandidates = linkOfInterview({ labels: ['A', 'B'], codes: seven.map(({ code }) => code) });

/** The height of A4 within the margins of the page's styles, in millimeters. */
const pageHeight = 297 - 2 * 8;

/** Opens the interview, and returns the heights of its blank sheets in millimeters. */
async function openSheets(reader: Reader): Promise<readonly number[]> {
  await reader.open(`kit/#${twoCandidates}`);
  await reader.click('kit-room button.primary');
  await reader.waitFor(() => document.querySelectorAll('.paper section').length === 2);
  return reader.run(sheetHeights);
}

/** Shows sheets for a moment with the styles of print, as wide as A4 within its margins. */
function sheetHeights(): number[] {
  const changed: (readonly [MediaList, string])[] = [];
  const apply = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const text = rule.media.mediaText;
        changed.push([rule.media, text]);
        rule.media.mediaText = text.replace(/^print.*/, 'all').replace(/^screen$/, 'not all');
      }
      if ('cssRules' in rule) apply(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    apply(sheet.cssRules);
  }
  const paper = document.querySelector<HTMLElement>('.paper');
  if (paper === null) return [];
  paper.style.cssText = 'position: absolute; left: 0; width: 190mm';
  const heights = [...paper.querySelectorAll('section')].map(
    (section) => (section.getBoundingClientRect().height / 96) * 25.4,
  );
  paper.style.cssText = '';
  for (const [media, text] of changed) media.mediaText = text;
  return heights;
}
const engines = [
  { name: 'Chromium', start: startChromium, isThere: true },
  {
    name: 'Firefox',
    start: () => startFirefox(ensureFirefox()),
    isThere: findFirefox() !== undefined,
  },
];

/** Pages on which a table follows a drawing. */
const drawingsAndTables = guideOnDisk().questions.filter(({ slug }) =>
  /class="[^"]*\bdrawn\b[\s\S]*<table/.test(
    readFileSync(`dist/questions/${slug}/index.html`, 'utf8'),
  ),
);

describe.each(engines)('$name', ({ name, start, isThere }) => {
  if (!isThere) {
    it.skip('is not on this machine: install firefox-esr');
    return;
  }
  let engine: PrintingEngine | undefined;
  let reader: Reader;
  beforeAll(async () => {
    engine = await start();
    reader = new Reader(engine, site);
  });
  afterAll(() => engine?.close());

  async function printed() {
    if (engine === undefined) throw new Error('The browser has not started.');
    return readPdf(await engine.print());
  }

  it('prints one page for each candidate, with all criteria of seven questions and what scores mean', async () => {
    expect(Math.max(...(await openSheets(reader)))).toBeLessThan(pageHeight);
    const { pages } = await printed();
    expect(pages).toHaveLength(2);
    const rubric = seven.flatMap(({ criteria }) =>
      criteria.flatMap(({ criterion, one, three, five }) => [criterion, one, three, five]),
    );
    for (const [place, page] of pages.entries()) {
      const text = lettersOf(page);
      // Firefox draws the heavier weights of a variable font as shapes, whose text isn’t there.
      const heading = name === 'Firefox' ? [] : [`Candidate ${'AB'[place]}`];
      const wanted = [...heading, ...rubric, 'Interviewer', 'Recommendation'];
      expect(wanted.filter((words) => !text.includes(lettersOf(words)))).toEqual([]);
    }
  });

  it('prints nothing over anything else on pages with drawings and tables', async () => {
    expect(drawingsAndTables).not.toEqual([]);
    const covered: string[] = [];
    for (const { slug } of sampled(drawingsAndTables, 1)) {
      await reader.open(`questions/${slug}/`);
      const { document } = await printed();
      covered.push(...(await coveredTexts(document)).map((texts) => `${slug}: ${texts}`));
    }
    expect(covered).toEqual([]);
  });
});

describe('WebKitGTK', () => {
  if (!hasWebKit()) {
    it.skip('is not on this machine: install webkitgtk-webdriver, xvfb, and xauth');
    return;
  }

  it('has one page for each candidate', async () => {
    const engine = await startWebKit();
    try {
      const heights = await openSheets(new Reader(engine, site));
      expect(heights).toHaveLength(2);
      expect(Math.min(...heights)).toBeGreaterThan(pageHeight / 2);
      expect(Math.max(...heights)).toBeLessThan(pageHeight);
    } finally {
      await engine.close();
    }
  });
});

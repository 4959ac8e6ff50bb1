/**
 * Printed pages from Chromium and Firefox, whose print engines differ. PDF.js reads their PDFs.
 * WebKitGTK's driver can't print, so the candidates' sheets are measured on screen.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startChromium } from '../engines/chromium.ts';
import { type PrintingEngine, Reader } from '../engines/engine.ts';
import { startFirefox } from '../engines/firefox.ts';
import { startWebKit } from '../engines/webkit.ts';
import { linkOfInterview } from '../mock/kit-steps.ts';
import { study } from '../mock/mock-steps.ts';
import { coveredTexts, lettersOf, readPdf } from '../outputs/read-pdf.ts';
import { ensureFirefox, findFirefox, hasWebKit } from '../support/find-tools.ts';
import { guideOnDisk } from '../support/guide-data.ts';

const site = inject('rootSite');
const seven = study.questions.slice(0, 7);
const twoCandidates = linkOfInterview({ labels: ['A', 'B'], codes: seven.map(({ code }) => code) });

/** The height of an A4 page without the margins from the page's styles, in millimeters. */
const pageHeight = 297 - 2 * 8;

async function openSheets(reader: Reader): Promise<void> {
  await reader.open(`kit/#${twoCandidates}`);
  await reader.click('kit-room button.primary');
  await reader.waitFor(() => document.querySelectorAll('.sheets section').length === 2);
}

/**
 * Applies the page's print styles on screen, and returns each sheet's height in millimeters at a
 * width of 190 mm, which is A4 without the margins.
 */
function sheetHeights(): number[] {
  const usePrint = (rule: CSSRule): void => {
    const { media, cssRules = [] } = rule as Partial<CSSMediaRule>;
    if (media !== undefined && /^(print|screen)/.test(media.mediaText)) {
      media.mediaText = media.mediaText.startsWith('print') ? 'all' : 'not all';
    }
    for (const inner of cssRules) usePrint(inner);
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    for (const rule of sheet.cssRules) usePrint(rule);
  }
  return [...document.querySelectorAll<HTMLElement>('.sheets section')].map((section) => {
    section.style.cssText = 'position: absolute; width: 190mm';
    return (section.getBoundingClientRect().height / 96) * 25.4;
  });
}
const engines = [
  { name: 'Chromium', start: startChromium, isThere: true },
  {
    name: 'Firefox',
    start: () => startFirefox(ensureFirefox()),
    isThere: findFirefox() !== undefined,
  },
];

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
    await openSheets(reader);
    const { pages } = await printed();
    expect(pages).toHaveLength(2);
    const rubric = seven.flatMap(({ criteria }) =>
      criteria.flatMap(({ criterion, one, three, five }) => [criterion, one, three, five]),
    );
    for (const [place, page] of pages.entries()) {
      const text = lettersOf(page);
      // Firefox draws the heavier weights of a variable font as shapes, so text in those weights
      // can't be found.
      const heading = name === 'Firefox' ? [] : [`Candidate ${'AB'[place]}`];
      const wanted = [...heading, ...rubric, 'Interviewer', 'Recommendation'];
      expect(wanted.filter((words) => !text.includes(lettersOf(words)))).toEqual([]);
    }
    expect(Math.max(...(await reader.run(sheetHeights)))).toBeLessThan(pageHeight);
  });

  it('prints nothing over anything else on pages with drawings and tables', async () => {
    expect(drawingsAndTables).not.toEqual([]);
    const covered: string[] = [];
    for (const { slug } of drawingsAndTables) {
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
      const reader = new Reader(engine, site);
      await openSheets(reader);
      const heights = await reader.run(sheetHeights);
      expect(heights).toHaveLength(2);
      expect(Math.min(...heights)).toBeGreaterThan(pageHeight / 2);
      expect(Math.max(...heights)).toBeLessThan(pageHeight);
    } finally {
      await engine.close();
    }
  });
});

/** Paper from Chromium and Firefox, whose print engines differ. PDF.js reads their PDFs. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { linkOfInterview } from '../mock/kit-steps.ts';
import { threeQuestions } from '../mock/mock-steps.ts';
import { coveredTexts, lettersOf, readPdf } from '../outputs/read-pdf.ts';
import { ensureFirefox, findFirefox } from '../support/find-tools.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';
import { startChromium } from './chromium.ts';
import { type PrintingEngine, Reader } from './engine.ts';
import { startFirefox } from './firefox.ts';

const site = inject('rootSite');
const twoCandidates = linkOfInterview({ labels: ['A', 'B'] });
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

  it('prints one page for each candidate, with all criteria and what scores mean', async () => {
    await reader.open(`kit/#${twoCandidates}`);
    await reader.click('kit-room button.primary');
    await reader.waitFor(() => document.querySelectorAll('.paper section').length === 2);
    const { pages } = await printed();
    expect(pages).toHaveLength(2);
    const rubric = threeQuestions.flatMap(({ criteria }) =>
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

import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { pageOrder } from '../../src/domain/guide/parts.ts';
import { suggestedMinutes } from '../../src/domain/kit/interview.ts';
import { axeFindings } from '../accessibility/axe-steps.ts';
import { frameScript, useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import { keyOf, writeRaw } from '../support/stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();

describe('a question page', () => {
  it('has its parts in order, each marked and folded', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const { code, slug } of sampled(guide.questions, 2)) {
      await page.goto(`${site}questions/${slug}/`);
      const hasLab = guide.labs.some(({ questions }) => questions.includes(code));
      const expected = pageOrder.filter((id) => id !== 'labs' || hasLab);
      const parts = page.locator('.part > details');
      expect(
        await parts.evaluateAll((all) => all.map((part) => part.getAttribute('data-part'))),
        slug,
      ).toEqual(expected);
      expect(await page.locator('main details[open]').count()).toBe(0);
    }
  });

  it('numbers its sources, and each citation links to its source and has its own name', async () => {
    const { page } = await open();
    const [question] = guide.questions;
    await page.goto(`${site}questions/${question?.slug}/`);
    const sources = page.locator('[data-part="sources"] ol > li');
    expect(await sources.count()).toBe(question?.sources.length);
    await page.locator('[data-part="deeper"] summary').click();
    await page.locator('[data-part="deeper"] .cite a').first().click();
    expect(page.url()).toMatch(/#source-\d+$/);
    const number = Number(/\d+$/.exec(page.url())?.[0]);
    const cited = guide.sources.get(question?.sources[number - 1] ?? '');
    expect(await page.locator(`#source-${number}`).textContent()).toContain(cited?.title);
    expect(await page.getByText('Facts checked ').first().isVisible()).toBe(true);
  });

  it('says that its facts are overdue once a review date has passed, and not before', async () => {
    const { page } = await open({ fixedTime: '2026-11-25T12:00:00Z' });
    const note = page.locator('review-note');
    await page.goto(`${site}questions/${guide.questions[0]?.slug}/`);
    await frameScript(page);
    expect(await note.isHidden()).toBe(true);
    await page.clock.setFixedTime('2035-01-01T12:00:00Z');
    await page.reload();
    await note.getByText('were due to be checked again by').waitFor();
  });

  it('lets no line begin or end with the punctuation next to a term', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/${guide.questions[1]?.slug}/`);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await page
        .locator('no-break')
        .evaluateAll((all) => all.map((each) => each.getClientRects().length));
      expect(lines).not.toEqual([]);
      expect(new Set(lines), `${width} pixels`).toEqual(new Set([1]));
    }
  });

  it('shows the definition of a term in place, by keyboard, without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}questions/${guide.questions[1]?.slug}/`);
    await page.locator('[data-part="deeper"] summary').click();
    const term = page.locator('[data-part="deeper"] button.term').first();
    const definition = page.locator(`#${await term.getAttribute('popovertarget')}`);
    expect(await definition.isVisible()).toBe(false);
    await term.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => definition.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => definition.isVisible()).toBe(false);
  });
});

describe('the glossary', () => {
  it('starts with the terms that most questions use, and has all terms with their addresses', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}glossary/`);
    const all = page.locator('.glossary > div');
    const ids = await all.evaluateAll((terms) => terms.map(({ id }) => id));
    expect(ids).toEqual([...guide.terms.keys()]);
    const links = await all
      .locator('dt > a')
      .evaluateAll((terms) => terms.map((term) => term.getAttribute('href')));
    expect(links).toEqual(ids.map((id) => `#${id}`));
    const uses = [...guide.terms.values()].map(({ usedBy }) => usedBy.length).sort((a, b) => b - a);
    const [first, ...others] = await page
      .locator('.first-terms li > a')
      .evaluateAll((terms) => terms.map((term) => term.getAttribute('href')?.slice(1) ?? ''));
    expect(guide.terms.get(first ?? '')?.usedBy.length).toBe(uses[0]);
    expect(others.length).toBeGreaterThanOrEqual(3);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  });

  it('has a filter, which a letter or a link to a hidden term clears', async () => {
    const { page } = await open();
    await page.goto(`${site}glossary/`);
    const field = page.getByRole('searchbox', { name: 'Find a term' });
    const letters = page.getByRole('navigation', { name: 'Letters' });
    const [hidden, ...others] = [...guide.terms.values()].filter(({ everyday }) => !everyday);
    // Terms that don't start with a letter are all under the id "0".
    const letter = `#letter-${/^[A-Z]/.exec(hidden?.term.toUpperCase() ?? '')?.[0] ?? '0'}`;
    for (const target of [letter, `#${hidden?.id}`]) {
      await field.fill(others.at(-1)?.term ?? '');
      await page
        .locator('[data-count]')
        .getByText(/^\d+ terms?(, with \d+ look-alikes?)?$/)
        .waitFor();
      expect(await page.locator(target).isVisible()).toBe(false);
      expect(await letters.isVisible()).toBe(false);
      await page.evaluate((to) => location.assign(to), target);
      await page.locator(target).waitFor();
      expect(await letters.isVisible()).toBe(true);
      expect(await field.inputValue()).toBe('');
      await expect
        .poll(() => page.locator(target).evaluate((one) => one.getBoundingClientRect().top))
        .toBeLessThan(300);
    }
  });

  it('shows a term beside its look-alikes, and the terms of one topic', async () => {
    const { page } = await open();
    const results = page.getByRole('region', { name: 'Matching terms' });
    const shown = () =>
      results.locator('.glossary > div').evaluateAll((terms) => terms.map(({ id }) => id));
    const term = [...guide.terms.values()].find(({ lookAlikes }) => lookAlikes.length > 1);
    const pair = [term?.id, ...(term?.lookAlikes ?? []).map((other) => other.term)];
    await page.goto(`${site}glossary/`);
    // A term whose name starts with the text comes before terms that only contain it.
    const names = [...guide.terms.values()].map((one) => one.term.toLowerCase());
    const start = names
      .map((name) => name.slice(0, 4))
      .find((text) => names.findIndex((name) => name.includes(text)) < startIn(names, text));
    await page.getByRole('searchbox').fill(start ?? '');
    const [best] = await shown();
    expect(
      guide.terms
        .get(best ?? '')
        ?.term.toLowerCase()
        .slice(0, 4),
    ).toBe(start);
    await page.getByRole('searchbox').fill(term?.term ?? '');
    expect(await shown()).toEqual(expect.arrayContaining(pair));
    const tops = await results
      .locator('.look-alikes')
      .filter({ has: page.locator(`[id="${term?.id}"]`) })
      .locator('> div')
      .evaluateAll((terms) => terms.map((one) => one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(1);
    expect(new Set(tops).size).toBe(1);
    const topic = term?.topics[0] ?? '';
    const inTopic = [...guide.terms.values()].filter(({ topics }) =>
      topics.some((id) => id === topic),
    );
    await page.goto(`${site}glossary/#topic-${topic}`);
    await page.locator('[data-count]').getByText(`${inTopic.length} terms`).waitFor();
    expect((await shown()).sort()).toEqual(inTopic.map(({ id }) => id).sort());
    await page.getByRole('button', { name: 'Show all terms' }).click();
    expect(await page.locator('[data-all] .glossary > div').count()).toBe(guide.terms.size);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
  });

  it('copies the address of a term', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site}glossary/`);
    const [term] = guide.terms.values();
    const link = page.locator(`[id="${term?.id}"] dt > a`);
    expect((await link.ariaSnapshot()).split('\n')[0]).toContain(`${term?.term} copy link`);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator(`[id="${term?.id}"]`).getByText('Link copied').waitFor();
    const address = `${site}glossary/#${term?.id}`;
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(page.url()).toBe(address);
  });

  itNightly(
    'starts with the terms of today’s questions once the reader has answered some',
    async () => {
      const { page, errors } = await open();
      await page.goto(`${site}glossary/`);
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
        keyOf('marks'),
        `1 ${guide.questions[0]?.slug}:again`,
      ] as const);
      await page.reload();
      await page.getByRole('heading', { name: 'Terms of today’s questions' }).waitFor();
      const cards = await page.locator('.first-terms li').evaluateAll((all) =>
        all.map((card) => ({
          id: card.querySelector('a')?.hash.slice(1) ?? '',
          question: card.querySelector('.fine-print')?.textContent,
        })),
      );
      expect(cards.length).toBeGreaterThan(2);
      for (const { id, question } of cards) {
        const users = guide.questions.filter(({ terms }) => terms.includes(id));
        expect(users.map(({ title }) => title)).toContain(question);
      }
      expect(errors).toEqual([]);
    },
  );
});

describe('learning paths', () => {
  const hrefsOf = (links: Locator) =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));

  it('are rows, and each lists its questions in order, with their labs; those for interviewers lead to scoring, the others to practice', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}paths/`);
    expect(await hrefsOf(page.locator('.progress-rows a'))).toEqual(
      guide.learningPaths.map(({ id }) => `/paths/${id}/`),
    );
    for (const path of sampled(guide.learningPaths, 2)) {
      await page.goto(`${site}paths/${path.id}/`);
      expect(await hrefsOf(page.locator('.stops h2 > a'))).toEqual(
        path.questions.map(({ code }) => `/questions/${guide.byCode.get(code)?.slug}/`),
      );
      const labs = guide.labs.filter((lab) =>
        path.questions.some(({ code }) => lab.questions.includes(code)),
      );
      expect((await hrefsOf(page.locator('.siding'))).sort()).toEqual(
        labs.map(({ id }) => `/labs/${id}/`).sort(),
      );
    }
    const practice = page.locator('main a[href*="/practice/"]');
    for (const [isForInterviewers, paths] of Map.groupBy(
      guide.learningPaths,
      (path) => !!path.interviewers,
    )) {
      await page.goto(`${site}paths/${paths[0]?.id}/`);
      const score = `Score with these ${paths[0]?.questions.length}`;
      expect(await page.getByRole('link', { name: score }).count()).toBe(isForInterviewers ? 1 : 0);
      expect((await practice.count()) === 0).toBe(isForInterviewers);
      // Interviewers see one time, the one that the kit suggests.
      const times = await page.locator('.stop-figure').count();
      expect(times).toBe(isForInterviewers ? 0 : (paths[0]?.questions.length ?? 0));
      if (isForInterviewers) {
        const minutes = paths.map(({ questions }) => suggestedMinutes(questions.length));
        expect(paths.map((path) => path.minutes)).toEqual(minutes);
      }
      expect(await page.locator('main .button:visible').count()).toBe(1);
    }
  });

  it('fill with the reader’s answers: full from 3, part of a ring below, and the next one is a card', async () => {
    const { page, errors } = await open();
    const path = guide.learningPaths.find(
      (each) => each.questions.length > 3 && !each.interviewers,
    );
    const [good = '', weak = '', next = ''] = path?.questions.map(({ code }) => code) ?? [];
    await page.goto(`${site}progress/`);
    await page.locator('[data-ready]').waitFor();
    const answer = { grade: 'good', seconds: 60, before: null };
    const at = await page.evaluate(() => Date.now());
    await writeRaw(page, 'reviews', [
      { ...answer, id: 'review-0001', card: `question:${good}`, at: at - 2, scores: [4, 3] },
      { ...answer, id: 'review-0002', card: `question:${weak}`, at: at - 1, scores: [2, 3] },
    ]);
    await page.evaluate((key) => localStorage.setItem(key, '1 any:well'), keyOf('marks'));
    await page.goto(`${site}paths/${path?.id}/`);
    const stop = (code: string) => page.locator(`[data-code="${code}"]`);
    await page.locator(`[data-code="${next}"][data-state=next]`).waitFor();
    expect(await stop(good).getAttribute('data-state')).toBe('full');
    expect(await stop(good).locator('.stop-figure').textContent()).toBe('3.5');
    expect(await stop(weak).getAttribute('data-state')).toBe('again');
    expect(await stop(weak).locator('.filling').getAttribute('stroke-dasharray')).toBe('0.5 1');
    expect(
      await stop(next)
        .getByRole('link', { name: /^Answer now/ })
        .isVisible(),
    ).toBe(true);
    expect(await page.locator('main .button:visible').count()).toBe(1);
    expect((await page.locator('.path-head .live').textContent())?.trim()).toMatch(
      new RegExp(`^2\\s+of ${path?.questions.length} stops, \\d+ minutes left$`),
    );
    await page.getByRole('img', { name: 'Scores so far: 3.5, 2.5' }).waitFor();
    expect(await axeFindings(page, 'main')).toEqual([]);
    await page.goto(`${site}paths/`);
    const row = page.locator(`.progress-rows a[href$="/${path?.id}/"]`);
    await row.getByText(`2 of ${path?.questions.length}`).waitFor();
    expect(await row.locator('circle.full').count()).toBe(1);
    expect(errors).toEqual([]);
  });
});

describe('the recent changes page', () => {
  it('lists the newest first, from the records of the sources', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}what-changed/`);
    const sections = await page
      .locator('section:has(> .change-day)')
      .evaluateAll((all) =>
        all.map((section) =>
          [...section.querySelectorAll('time')].map((time) => time.getAttribute('datetime')),
        ),
      );
    expect(sections.flat().length).toBeGreaterThan(0);
    for (const dates of sections) expect(dates).toEqual([...new Set(dates)].sort().reverse());
  });
});

function startIn(names: readonly string[], text: string): number {
  return names.findIndex((name) => name.startsWith(text));
}

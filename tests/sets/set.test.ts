import { describe, expect, inject, it } from 'vitest';
import { suggestMinutes } from '../../src/domain/mock/draw.ts';
import { readMockLink } from '../../src/domain/mock/mock-link.ts';
import { writeSetLink } from '../../src/domain/study-set/set-link.ts';
import { levels, topics } from '../../src/guide-settings.ts';
import { axeFindings, faultsByRules } from '../accessibility/axe-steps.ts';
import { readQrCode } from '../examples/read-qr-code.ts';
import { answerWith, openPractice } from '../practice/practice-steps.ts';
import { search } from '../search/search-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { questionsData } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import { refuseTexts, storedText, storeFirst } from '../support/stored-records.ts';
import {
  a,
  b,
  box,
  c,
  chosen,
  d,
  level,
  openPanel,
  openSet,
  saveDraft,
  site,
  slugOf,
  study,
  tabTo,
  tick,
  titleOf,
} from './set-steps.ts';

const open = useBrowser();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('a printed set', () => {
  it('has its questions and nothing to fill in or press', async () => {
    const { page } = await open();
    await saveDraft(page, writeSetLink({ name: 'Panel', codes: [a, b] }));
    await openSet(page);
    expect(await chosen(page)).toHaveLength(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('set-room :is(.set-list, .question-order) a:visible').count()).toBe(
      2,
    );
    expect(await page.locator(':is(button, input, select, textarea):visible').count()).toBe(0);
    expect(await page.locator('label:visible').allTextContents()).toEqual([]);
  });
});

describe('a set being built', () => {
  itNightly(
    'is one set, no matter where its questions are selected or removed again, and survives a reload; axe finds nothing while they are',
    async () => {
      const { page, errors } = await open();
      await page.goto(`${site}levels/${level}/`);
      await tick(page, a, b);
      expect(await page.locator('.picker-box, .picker-bar').count()).toBe(0);
      await page.goto(`${site}questions/`);
      await page.getByRole('button', { name: 'Add to your set (2)' }).waitFor();
      const topic = study.questions.find(({ code }) => code === c)?.topics[0];
      await page.goto(`${site}topics/${topic}/`);
      await tick(page, c);
      await search(page, `q=${titleOf(d)}`);
      await page.getByRole('button', { name: 'Add to your set (3)' }).click();
      await box(page, d).check();
      expect(await axeFindings(page, 'main')).toEqual([]);
      // Search results that appear later get checkboxes too.
      await page.locator('#q').fill(titleOf(a));
      await box(page, a).uncheck();
      await page.getByRole('status').getByText('3 in your set').waitFor();
      const last = study.questions.at(-1)?.code ?? '';
      await openPanel(page, slugOf(last));
      await page.getByRole('checkbox', { name: 'Add to your set' }).check();
      await page.getByRole('link', { name: 'Open the set (4 questions)' }).click();
      await page.locator('set-room[data-ready]').waitFor();
      const all = [b, c, d, last].map(titleOf);
      expect(await chosen(page)).toEqual(all);
      await page.reload();
      await page.locator('set-room[data-ready]').waitFor();
      expect(await chosen(page)).toEqual(all);
      expect(errors).toEqual([]);
    },
  );

  it('can be named, reordered with buttons, deleted, and restored', async () => {
    const { page } = await open();
    await openSet(page);
    await page.getByRole('heading', { name: 'No questions yet' }).waitFor();
    for (const code of [a, b, c]) {
      await page.getByRole('checkbox', { name: titleOf(code) }).check();
    }
    await page.getByRole('textbox', { name: 'Set name' }).pressSequentially('Friday  mock ');
    await page.getByRole('checkbox', { name: 'Reorder' }).check();
    const up = page.getByRole('button', { name: `Move up: ${titleOf(c)}` });
    await up.click();
    await page.getByRole('status').getByText('is now number 2 of 3.').waitFor();
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const down = page.getByRole('button', { name: `Move down: ${titleOf(a)}` });
    await down.click();
    await expect
      .poll(() => down.evaluate((button) => button === document.activeElement))
      .toBe(true);
    expect(await chosen(page)).toEqual([c, b, a].map(titleOf));
    await page.getByRole('checkbox', { name: 'Reorder' }).uncheck();
    await page.getByRole('button', { name: `Remove: ${titleOf(b)}` }).click();
    await expect.poll(() => chosen(page)).toEqual([c, a].map(titleOf));
    const inOrder = await page.locator('set-room h2').allTextContents();
    expect(inOrder).toEqual(['Pick questions', 'Name and day']);
    await page.getByRole('button', { name: /^Delete: / }).click();
    await page.getByRole('heading', { name: 'No questions yet' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => chosen(page)).toEqual([c, a].map(titleOf));
    const saved = await storedText(page, 'set');
    const plain = writeSetLink({ name: 'Friday mock', codes: [c, a] });
    expect(saved).toMatch(new RegExp(`^2${RegExp.escape(plain.slice(1))}\\.i[a-z0-9]{8}$`));
  });

  it('has its name as the title, can also be reordered by dragging, always shows how to share it, and hides its messages after a while', async () => {
    const { page } = await open();
    await page.clock.install();
    await saveDraft(page, `1.${b}${a}${c}.TWluZQ`);
    await openSet(page);
    expect(await page.locator('h1').allTextContents()).toEqual(['Mine']);
    const lines = page.locator('.question-order > li');
    await lines.nth(2).locator('.place').dragTo(lines.nth(0));
    expect(await chosen(page)).toEqual([c, b, a].map(titleOf));
    // Wherever the reader is on the page, sharing is in sight.
    const share = await page.getByRole('region', { name: 'Share the set' }).boundingBox();
    const bottom = (share?.y ?? Number.NaN) + (share?.height ?? 0);
    expect(bottom).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await page.getByRole('link', { name: 'See the set' }).hover();
    expect(await faultsByRules(page, 'under the pointer', ['color-contrast'])).toEqual([]);
    await page.getByRole('checkbox', { name: 'Reorder' }).check();
    await page.getByRole('button', { name: `Move down: ${titleOf(b)}` }).click();
    const message = page.getByText('is now number 3 of 3.');
    await message.waitFor();
    await page.clock.runFor(10_000);
    await message.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Delete: Mine' }).click();
    await page.clock.runFor(60_000);
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await page.locator('h1').textContent()).toBe('Build a question set');
  });

  it('can be picked from all questions, which stay in place, filtered by words, all that match at once', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 800, height: 800 });
    await openSet(page);
    const asked = page.getByRole('checkbox', { name: titleOf(b) });
    await asked.focus();
    const before = await asked.boundingBox();
    await asked.check();
    const after = await asked.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThan(2);
    await page.getByRole('status').getByText('1 question').waitFor();
    await page.locator('h1', { hasText: 'Your question set' }).waitFor();
    await asked.uncheck();
    const last = study.questions.at(-1);
    const names = [
      levels.find(({ id }) => id === last?.level),
      topics.find(({ id }) => id === last?.topics[0]),
    ].map((each) => each?.label.toLowerCase());
    await page.getByRole('searchbox', { name: 'Filter by words' }).fill(names.join(' '));
    const shown = await page.locator('.choices input').count();
    expect(shown).toBeGreaterThan(0);
    await page.getByRole('status').getByText(`${shown} question`).waitFor();
    await page.getByRole('checkbox', { name: `Select all ${shown}` }).check();
    await expect.poll(() => chosen(page)).toHaveLength(shown);
    await page.getByRole('checkbox', { name: `Select all ${shown}` }).uncheck();
    await expect.poll(() => chosen(page)).toHaveLength(0);
    await page.getByRole('searchbox', { name: 'Filter by words' }).fill(titleOf(a));
    await page.getByRole('checkbox', { name: 'Select this one' }).check();
    await expect.poll(() => chosen(page)).toEqual([titleOf(a)]);
    await page.getByRole('searchbox', { name: 'Filter by words' }).fill('qwxz');
    await page.getByText('No questions match.').waitFor();
  });

  it('names its steps, has the questions first, in levels, and shows where its link will be, on a phone and a laptop', async () => {
    for (const viewport of sampled(
      [
        { width: 390, height: 844 },
        { width: 1280, height: 800 },
      ],
      1,
    )) {
      const { page } = await open({ viewport });
      await openSet(page);
      await page.getByText('For your study group: pick questions, add a name and a day').waitFor();
      const titles = await page.locator('set-room h2').allTextContents();
      expect(titles).toEqual(['Pick questions', 'Name and day']);
      const share = page.getByRole('region', { name: 'Share the set' });
      const copy = share.getByRole('button', { name: 'Copy link' });
      await share.getByText('Pick a question to get a link.').waitFor();
      expect(await copy.isDisabled()).toBe(true);
      const bottom = await share.evaluate((bar) => bar.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(viewport.height);
      expect(await page.locator('.choices summary > span:first-of-type').allTextContents()).toEqual(
        levels.map(({ label }) => label),
      );
      expect(await page.getByRole('checkbox', { name: titleOf(a) }).isVisible()).toBe(true);
      const last = page.getByRole('checkbox', { name: study.questions.at(-1)?.title ?? '' });
      expect(await last.count()).toBe(0);
      await page.locator('.choices summary').last().click();
      await last.check();
      await page.locator('.choices summary', { hasText: /1 of \d+ questions/ }).waitFor();
      await share.getByText('1 question').waitFor();
      expect(await copy.isEnabled()).toBe(true);
      // The page scrolls, and not the list of questions.
      const list = page.locator('.choices');
      expect(await list.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThan(2);
    }
  });

  it('asks for a time only once there is a day, and has room for a whole date on a phone', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await openSet(page);
    expect((await page.getByLabel('Day', { exact: true }).boundingBox())?.width).toBeGreaterThan(
      180,
    );
    const time = page.getByLabel('Time', { exact: true });
    await page.getByText('Pick a day to add a time.').waitFor();
    expect(await time.count()).toBe(0);
    const day = page.getByLabel('Day', { exact: true });
    await day.fill('2026-12-03');
    await time.fill('19:00');
    await page.getByText('Someone in another time zone sees their own.').waitFor();
    await day.fill('');
    await time.waitFor({ state: 'detached' });
  });

  itNightly('follows other tabs, and two tabs don’t lose each other’s checkmarks', async () => {
    const { page } = await open();
    await openSet(page);
    const other = await page.context().newPage();
    await other.goto(`${site}levels/${level}/`);
    await other.getByRole('button', { name: 'Build a set' }).click();
    await box(other, b).check();
    await page.getByTitle(titleOf(b)).waitFor();
    await page.getByRole('checkbox', { name: titleOf(c) }).check();
    await other.getByRole('status').getByText('2 in your set').waitFor();
    await box(other, a).check();
    await page.getByTitle(titleOf(a)).waitFor();
    expect(await chosen(page)).toEqual([b, c, a].map(titleOf));
  });

  it('continues in memory when nothing can be saved, and says so', async () => {
    const { page, errors } = await open();
    await refuseTexts(page);
    await openSet(page);
    await page.getByRole('checkbox', { name: titleOf(b) }).check();
    await page.getByRole('checkbox', { name: titleOf(a) }).check();
    expect(await chosen(page)).toHaveLength(2);
    await page.getByText('doesn’t let the guide save your set').waitFor();
    expect(errors).toEqual([]);
  });

  it('starts over if its saved text is damaged, and says what is wrong', async () => {
    const { page, errors } = await open();
    await saveDraft(page, '{"not":"a link"}<img src=x onerror=alert(1)>');
    await storeFirst(page, 'sets', '{"version":2,"sets":"<img src=x onerror=alert(1)>"}');
    await openSet(page);
    await page.getByText('This isn’t a link to a set.').waitFor();
    await page.getByRole('checkbox', { name: titleOf(b) }).check();
    expect(await chosen(page)).toEqual([titleOf(b)]);
    // A list from a later version is kept until the reader starts a new one.
    const list = () => storedText(page, 'sets');
    await page.getByText('We couldn’t read the list of your sets.').waitFor();
    expect(await list()).toContain('"version":2');
    await page.getByRole('button', { name: 'Start a new list' }).click();
    await page.getByText('We couldn’t read the list of your sets.').waitFor({ state: 'detached' });
    expect(await list()).toContain('"version":1');
    expect(errors).toEqual([]);
  });
});

describe('a link to a set', () => {
  it('gives someone else the same questions, order and name, with fewer than 500 characters for all fifty questions', async () => {
    const name = 'Für Ärzte 🩺 <b>& "co"</b>';
    const { page } = await open(clipboard);
    await saveDraft(page, `1.${b}${a}${c}`);
    await openSet(page);
    const copyLink = async (named: string): Promise<string> => {
      await page.getByRole('textbox', { name: 'Set name' }).fill(named);
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByRole('status').getByText('Copied').waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const address = await copyLink(name);
    const { page: fresh, errors } = await open();
    await fresh.goto(address);
    await fresh.getByRole('heading', { name, exact: true }).waitFor();
    expect(await chosen(fresh)).toEqual([b, a, c].map(titleOf));
    expect(await fresh.locator('h1 b').count()).toBe(0);
    expect(fresh.url()).toBe(address);

    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    const longest = await copyLink('𒀀'.repeat(60));
    expect(longest.length).toBeLessThan(500);
    await fresh.goto(longest);
    await expect.poll(() => chosen(fresh)).toHaveLength(study.questions.length);
    expect(errors).toEqual([]);
  });

  it('names retired and unknown questions, and the rest works', async () => {
    const { page } = await open();
    await page.route('**/data/study.json', async (route) => {
      const book = {
        codes: study.book.codes.filter((code) => code !== a),
        retired: [{ code: a, on: '2026-12-01', because: 'It asked <i>the same</i>.', instead: c }],
      };
      const questions = study.questions.filter(({ code }) => code !== a);
      await route.fulfill({ json: { ...study, questions, book } });
    });
    await openSet(page, `1.${b}${a}qqq${d}`);
    expect(await chosen(page)).toEqual([b, d].map(titleOf));
    const shown = await page.locator('set-room .warning').textContent();
    const text = shown?.replace(/\s+/g, ' ');
    expect(text).toContain(
      `Question ${a} was removed on December 1, 2026: It asked <i>the same</i>.`,
    );
    expect(text).toContain(`Read instead: ${titleOf(c)}`);
    expect(text).toContain('This guide has no question with the code qqq.');
  });

  it('has its name as the title, can be practiced first, held as a mock interview, and scored in its own order, and is drawn as a QR code on the device', async () => {
    const { page, requests } = await open();
    await openSet(page, `1.${b}${a}${c}.VGhlaXJz`);
    expect(await page.locator('h1').allTextContents()).toEqual(['Theirs']);
    const actions = page.locator('set-room').getByRole('link').or(page.locator('set-room button'));
    expect(await actions.first().textContent()).toMatch(/^\s*Practice alone/);
    await page.getByRole('button', { name: 'QR code' }).click();
    const drawing = page.getByRole('img', { name: 'QR code of the link to this set' });
    const drawn = await drawing.evaluate((svg) => ({
      path: svg.querySelector('path')?.getAttribute('d') ?? '',
      size: Number(svg.getAttribute('viewBox')?.split(' ').at(-1)) - 8,
    }));
    expect(readQrCode(drawn)).toBe(page.url());
    expect(await axeFindings(page, 'share-link')).toEqual([]);
    await page.keyboard.press('Escape');
    await drawing.waitFor({ state: 'hidden' });
    expect(requests.filter((address) => !address.startsWith(site))).toEqual([]);
    const href = (name: string) => page.getByRole('link', { name }).getAttribute('href');
    expect(await href('Practice alone')).toBe(`/practice/#1.set.${b}${a}${c}.VGhlaXJz`);
    const mock = await href('Interview each other');
    const codes = [b, a, c];
    const { contentVersion } = study;
    const chosen = study.questions.filter(({ code }) => codes.includes(code));
    const minutes = suggestMinutes(chosen, 3)?.inAll;
    expect(readMockLink(mock?.split('#')[1] ?? '', study.book)).toMatchObject({
      codes,
      minutes,
      contentVersion,
      problems: [],
    });
    await page.getByText(`Allow ${minutes} minutes`).waitFor();
    await page.getByRole('link', { name: 'Interview each other' }).click();
    await page.getByRole('heading', { name: `${minutes} minutes, with time for` }).waitFor();
    // The links don't include the set's name, so the pages find it in the reader's sets.
    await page.locator('.section-band').getByText('Theirs').waitFor();
    expect(await href('Listen and score')).toBe(mock?.replace('/mock/#', '/kit/#'));
    await page.getByRole('link', { name: 'Listen and score' }).click();
    await page.getByRole('button', { name: 'Start scoring' }).click();
    await page.getByRole('heading', { name: 'Theirs' }).waitFor();
    await page.getByRole('link', { name: 'Back to the set' }).click();
    await page.getByRole('heading', { name: 'Theirs', level: 1 }).waitFor();
  });

  itNightly(
    'can be edited without losing the set being built, which stays in the list; axe finds nothing, whatever is shown',
    async () => {
      const { page } = await open();
      await saveDraft(page, `1.${c}.TWluZQ`);
      // Axe checks the page with everything that it can show at once.
      await openSet(page, `2.${b}${a}qqq!.VGhlaXJz..pAK-JL.w1.t209912032000`);
      await page.getByRole('button', { name: `Take this one: ${titleOf(a)}` }).click();
      await page.getByLabel('Your initials').fill('<b>');
      await page.getByRole('button', { name: 'Take it' }).click();
      await page.getByText('Use one to three characters').waitFor();
      expect(await axeFindings(page, 'main')).toEqual([]);
      await page.getByRole('button', { name: 'Edit this set' }).click();
      await expect.poll(() => new URL(page.url()).hash).toBe('');
      const name = page.getByRole('textbox', { name: 'Set name' });
      await expect.poll(() => name.inputValue()).toBe('Theirs');
      await expect.poll(() => chosen(page)).toEqual([b, a].map(titleOf));
      expect(await axeFindings(page, 'main')).toEqual([]);
      await page.goBack();
      await page.getByRole('heading', { name: 'Theirs' }).waitFor();
      await page.goForward();
      await page.getByRole('link', { name: 'Mine' }).click();
      await page.getByRole('heading', { name: 'Mine' }).waitFor();
      await page.getByRole('link', { name: 'Your sets' }).click();
      await page.getByRole('button', { name: 'Delete: Mine' }).click();
      await expect.poll(() => page.getByRole('link', { name: 'Mine' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('link', { name: 'Mine' }).waitFor();
      await page.getByRole('button', { name: 'New set' }).click();
      await page.getByRole('heading', { name: 'No questions yet' }).waitFor();
      expect(
        await page.getByRole('region', { name: 'Your sets' }).getByRole('link').allTextContents(),
      ).toEqual(['Mine', 'Theirs']);
    },
  );
});

describe('a set with people', () => {
  it('splits the free questions evenly, keeps what people chose, and says so', async () => {
    const { page } = await open();
    await saveDraft(page, `2.${a}${b}${c}.TWluZQ.imine.pAK-BM.w2`);
    await openSet(page);
    const takers = () =>
      page
        .getByRole('combobox', { name: /^Who takes: / })
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).value));
    await page.getByRole('button', { name: 'Split evenly' }).click();
    await page.getByRole('status').getByText('2 free questions were split. The others').waitFor();
    expect(await takers()).toEqual(['BM', 'AK', 'AK']);
    await page.getByRole('button', { name: 'Split evenly' }).click();
    await page.getByText('Someone takes each question already.').waitFor();
    expect(await takers()).toEqual(['BM', 'AK', 'AK']);
  });

  itNightly(
    'whose link may replace the reader’s version can be practiced before the reader says so, with the name of the set, a code, and a link back to it',
    async () => {
      const { page } = await open();
      await openSet(page, `2.${a}${b}.VGhlaXJz.ik3x.pAK-CL`);
      await page.getByRole('button', { name: 'I’m CL' }).click();
      await page.getByRole('button', { name: `Take this one: ${titleOf(a)}` }).click();
      await openSet(page, `2.${b}${a}${c}.VGhlaXJz.ik3x.pAK-CL.w1`);
      await page.getByRole('button', { name: 'Use the link as it is' }).waitFor();
      await page.getByRole('link', { name: 'Practice alone' }).click();
      await page.locator('practice-room[data-ready]').waitFor();
      await page.getByRole('link', { name: 'Theirs' }).waitFor();
      await answerWith(page, 4);
      await answerWith(page, 4);
      await answerWith(page, 4);
      await page.getByText('“I practiced 3 of 3. CL-7”').waitFor();
      await page.getByRole('button', { name: 'Copy my code' }).waitFor();
      await page.getByRole('link', { name: 'Back to the set' }).click();
      // The question is still there.
      await page.getByRole('button', { name: 'Use the link as it is' }).click();
      await page.getByText('This link replaced your version.').waitFor();
    },
  );
});

describe('someone who opened a link to a set', () => {
  it('finds the set before anything else on the page of sets, on a phone and a laptop', async () => {
    for (const viewport of sampled(
      [
        { width: 360, height: 740 },
        { width: 1280, height: 800 },
      ],
      1,
    )) {
      const { page } = await open({ viewport });
      for (const name of ['Zm91cg', 'dGhyZWU', 'dHdv', 'VGhlaXJz']) {
        await openSet(page, `2.${b}${a}${c}.${name}.i${name.toLowerCase()}`);
      }
      await openSet(page);
      const titles = await page.locator('set-room h2').allTextContents();
      expect(titles).toEqual(['Your sets', 'Pick questions', 'Name and day']);
      const sets = page.getByRole('region', { name: 'Your sets' });
      expect(await sets.locator('a:visible').allTextContents()).toEqual(['Theirs', 'two', 'three']);
      const box = await sets.boundingBox();
      const bar = await page.getByRole('region', { name: 'Share the set' }).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
      await sets.getByText('1 more set').click();
      await sets.getByRole('link', { name: 'four' }).waitFor();
      expect(await axeFindings(page, '.saved-sets')).toEqual([]);
      // The list doesn't grow, so the questions stay in place while they are picked.
      const first = page.getByRole('checkbox', { name: titleOf(a) });
      const top = () => first.evaluate((box) => box.getBoundingClientRect().y + scrollY);
      const before = await top();
      await first.check();
      await page.getByRole('button', { name: 'New set' }).waitFor();
      expect(await top()).toBeCloseTo(before, 0);
    }
  });
});

describe('a group that meets on Thursday', () => {
  it('builds its set from search, shares it, takes questions, pastes codes, and is reminded at home', async () => {
    const tuesday = new Date('2026-12-01T20:00:00Z');
    const { page, errors } = await open({ ...clipboard, timezoneId: 'America/New_York' });
    await page.clock.setFixedTime(tuesday);
    const copied = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await search(page, `q=${titleOf(c)}`);
    await tick(page, c);
    await search(page, `q=${titleOf(a)}`);
    await tick(page, a);
    await openSet(page);
    await page.getByRole('checkbox', { name: titleOf(b) }).check();
    await page.getByRole('textbox', { name: 'Set name' }).fill('Thursday: the basics');
    await page.getByLabel('Day', { exact: true }).fill('2026-12-03');
    await page.getByLabel('Time', { exact: true }).fill('19:00');
    const band = page.locator('.section-band');
    await band.getByText('Thu, Dec 3, 7:00 PM your time, in 2 days').waitFor();
    for (const initials of ['j.l.', 'mo', '<b>']) {
      await page.getByLabel('Initials', { exact: true }).fill(initials);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
    }
    await page.getByText('Use one to three characters').waitFor();
    const taker = page.getByRole('combobox', { name: `Who takes: ${titleOf(c)}` });
    expect(await taker.locator('option').allTextContents()).toEqual(['Anyone', 'JL', 'MO']);
    await taker.selectOption('MO');
    const first = await copied('Copy link');
    expect(new URL(first).hash).toMatch(
      new RegExp(`^#2\\.${c}${a}${b}\\.[\\w-]+\\.i[a-z0-9]{8}\\.t202612040000\\.pJL-MO\\.w2$`),
    );

    // A friend in California has practiced a question, opens the set on Wednesday, and takes that
    // question.
    const { page: friend, errors: friendsErrors } = await open({
      ...clipboard,
      timezoneId: 'America/Los_Angeles',
      viewport: { width: 360, height: 740 },
    });
    await friend.clock.setFixedTime(new Date('2026-12-02T20:00:00Z'));
    await openPractice(friend, site, `1.question.${b}`);
    await answerWith(friend, 4);
    await friend.goto(first);
    await friend.getByRole('heading', { name: 'Thursday: the basics' }).waitFor();
    // The friend's practice counts even before the group knows their initials.
    await friend.getByText('2 questions left.').waitFor();
    await friend.getByText('Thu, Dec 3, 4:00 PM your time.').waitFor();
    await friend.getByText('MO takes this').waitFor();
    await friend.getByRole('button', { name: `Take this one: ${titleOf(b)}` }).click();
    await friend.getByRole('textbox', { name: 'Your initials' }).fill('r2');
    await friend.keyboard.press('Enter');
    // The message and the new link are where the friend pressed.
    const taken = friend.locator('.set-list > li').filter({ hasText: titleOf(b) });
    await taken.getByText('The link has changed: send it again').waitFor();
    await friend.getByRole('button', { name: `You take this: ${titleOf(b)}` }).waitFor();
    await taken.getByRole('button', { name: 'Copy link', exact: true }).click();
    const second = await friend.evaluate(() => navigator.clipboard.readText());
    expect(second).toBe(friend.url());
    expect(await axeFindings(friend, 'main')).toEqual([]);
    await friend.setViewportSize({ width: 360, height: 740 });
    await friend.goto(second);
    await friend.getByText('I practiced 1 of 3. R2-4').waitFor();
    // At the end of practice that was started from the set, readers get a code for their group and
    // a link back to the set.
    await friend.getByRole('link', { name: 'Practice alone' }).click();
    await friend.locator('practice-room[data-ready]').waitFor();
    await answerWith(friend, 4);
    await friend.getByLabel('Session menu').click();
    await friend.getByRole('button', { name: 'End session' }).click();
    await friend.getByText('Thursday: the basics', { exact: true }).waitFor();
    await friend.getByText('“I practiced 2 of 3. R2-5”').waitFor();
    await friend.getByRole('link', { name: 'Back to the set' }).click();
    await friend.getByText('I practiced 2 of 3. R2-5').waitFor();
    await friend.goto(site);
    // The group's set comes first, although there is an unfinished session, and a phone shows both.
    const strip = friend.locator('return-strip');
    await strip.getByText(/in 1 day at 4:00\sPM\. 2 of 3 practiced\./).waitFor();
    expect(await strip.locator('a:visible').allTextContents()).toEqual([
      'Open the set',
      expect.stringMatching(/^Today: /),
    ]);
    expect(await friend.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(friendsErrors).toEqual([]);

    // Meanwhile, the first person has taken a question. At the end, the link has both.
    await page.goto(first);
    await page.getByRole('button', { name: `Take this one: ${titleOf(a)}` }).click();
    await page.getByRole('button', { name: 'I’m JL' }).click();
    await page.getByRole('button', { name: `You take this: ${titleOf(a)}` }).waitFor();
    await page.goto(second);
    await page
      .getByText(`has more than this link: JL takes “${study.questions[0]?.label}”`)
      .waitFor();
    await page.getByRole('button', { name: 'Add it to this link' }).click();
    // What happened and the new link are where the question was.
    const settled = page.locator('#settled-notice');
    await settled.getByText('Added. Send the new link to your group.').waitFor();
    const waysY = (await page.locator('.set-ways').boundingBox())?.y ?? 0;
    expect((await settled.boundingBox())?.y).toBeLessThan(waysY);
    expect(await page.locator('#settled-notice + copy-text').getAttribute('data-text')).toBe(
      page.url(),
    );
    await page.getByText('R2 takes this').waitFor();
    expect(new URL(page.url()).hash).toMatch(/\.pJL-MO-R2\.w213$/);
    const chat = 'Rae: I practiced 1 of 3. R2-4\nMo: I practiced 2 of 3. MO-3\nAnd I use GPT-4.';
    await page.getByLabel('Paste codes').fill(chat);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const changes = page.locator('#codes-notice');
    await changes.getByText('R2: 1 of 3 practiced. MO: 2 of 3 practiced.').waitFor();
    const rows = page.locator('.set-members li');
    await changes.getByRole('button', { name: 'Undo' }).click();
    await rows.filter({ hasText: 'MO' }).getByText('0 of 3').waitFor();
    await page.getByLabel('Paste codes').fill(chat);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    // Someone who isn’t in the set is added only if the reader says so.
    const pasteStranger = async () => {
      await page.getByLabel('Paste codes').fill('I practiced 1 of 3. XX-1');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await changes.getByText('XX isn’t in this set. Add XX?').waitFor();
    };
    await pasteStranger();
    expect(await rows.count()).toBe(3);
    await changes.getByRole('button', { name: 'Don’t add' }).click();
    await changes.getByText('XX wasn’t added.').waitFor();
    await pasteStranger();
    await changes.getByRole('button', { name: 'Add XX' }).click();
    await changes.getByText('XX: 1 of 3 practiced. The link has changed').waitFor();
    expect(new URL(page.url()).hash).toMatch(/\.pJL-MO-R2-XX\.w213$/);
    await changes.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows.count()).toBe(3);
    expect(new URL(page.url()).hash).toMatch(/\.pJL-MO-R2\.w213$/);
    await page.getByLabel('Paste codes').fill(page.url());
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await changes.getByText('This is a link to a set, not a code.').waitFor();
    await page.reload();
    await expect.poll(() => rows.count()).toBe(3);
    const texts = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(texts).toEqual(['JL you 0 of 3', 'MO 2 of 3', 'R2 1 of 3']);
    expect(await rows.nth(1).locator('.dots i').count()).toBe(3);
    expect(await rows.nth(1).locator('.dots .dot:not(.none)').count()).toBe(2);
    await page
      .getByText(/^\w+\. Practiced by 1 of 3$/)
      .first()
      .waitFor();
    // The set that is being built is the group's set.
    await page.goto(`${site}levels/${level}/`);
    await page.getByRole('button', { name: 'Add to Thursday: the basics (3)' }).waitFor();
    await page.clock.setFixedTime(new Date('2026-12-03T20:00:00Z'));
    await page.goto(page.url().replace(/levels.*/, 'set/'));
    await band.getByText('7:00 PM your time, today').waitFor();
    await page.getByRole('link', { name: 'See the set' }).click();
    await band.getByText('hours to go').waitFor();
    await page.clock.setFixedTime(new Date('2026-12-07T20:00:00Z'));
    await page.reload();
    await band.getByText('Thu, Dec 3, 7:00 PM your time, 4 days ago.').waitFor();
    expect(errors).toEqual([]);
  });

  itNightly(
    'is led back to the set by a question that was opened from it and answered alone',
    async () => {
      const { page } = await open();
      await openSet(page, `2.${b}${a}${c}.VGhlaXJz.ik3x.pAK-BM-CL`);
      await page.getByRole('button', { name: 'I’m BM' }).click();
      await page.locator('.set-list a').first().click();
      await page.getByRole('link', { name: 'Answer now' }).first().click();
      await page.locator('practice-room[data-ready]').waitFor();
      await answerWith(page, 4);
      await page.getByText('“I practiced 1 of 3. BM-1”').waitFor();
      expect(await page.locator('.ending-cards .primary, .main-card').count()).toBeLessThan(2);
      await page.getByRole('link', { name: 'Back to the set' }).click();
      await page.getByRole('heading', { name: 'Theirs', level: 1 }).waitFor();
    },
  );
});

describe('a group that interviews each other', () => {
  itNightly(
    'scores each answer on the card of the person who answers, in words for friends, and compares from the set',
    async () => {
      const { page, errors } = await open();
      await openSet(page, `2.${b}${a}${c}.VGhlaXJz.ik3x.pAK-BM-CL`);
      await page.getByRole('button', { name: 'I’m BM' }).click();
      expect(await page.getByRole('link', { name: 'Compare scores' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Interview each other' }).click();
      await page.getByRole('button', { name: 'Start the interview' }).waitFor();
      await page.getByRole('link', { name: 'Listen and score' }).click();
      await page.getByRole('heading', { name: 'Score each other', level: 1 }).waitFor();
      const noCandidate = async () => {
        const main = page.locator('main');
        expect(await main.textContent()).not.toMatch(
          /\bcandidates?\b|\block(ed)?\b|interview kit/i,
        );
        expect(await main.locator('[aria-label*="andidate"]').count()).toBe(0);
      };
      await noCandidate();
      await page.getByRole('button', { name: 'Start scoring' }).click();
      const card = page.locator('.question-head');
      const tab = page.locator('.tabs [aria-current]');
      await card.getByText(titleOf(b)).waitFor();
      await tab.getByText('AK', { exact: true }).first().waitFor();
      await card.getByText('with follow-ups').waitFor();
      await page.keyboard.press('4');
      await noCandidate();
      const next = page.getByRole('button', { name: 'Next question' });
      const finish = page.getByRole('button', { name: 'Finish scoring AK' });
      // Others are still to be scored, so the next question is the main step.
      expect(await next.getAttribute('class')).toBe('primary');
      expect(await finish.getAttribute('class')).toBe('second');
      await card.getByRole('button', { name: 'Start' }).click();
      await next.click();
      await card.getByText('You answer this one.').waitFor();
      await tab.getByText('BM (you)').waitFor();
      // The rubric of one's own answer is folded, and keys don't score it.
      await page.getByText('The others score this answer.').waitFor();
      expect(await page.locator('.criterion').first().isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: 'Finish scoring' }).count()).toBe(0);
      await page.keyboard.press('4');
      expect(await page.locator('.criterion :checked').count()).toBe(0);
      // The timer goes on with the next person.
      await card.getByRole('button', { name: 'Pause' }).click();
      await next.click();
      await tab.getByText('CL', { exact: true }).first().waitFor();
      await page.locator('.tabs a', { hasText: 'AK' }).click();
      await card.getByText(titleOf(b)).waitFor();
      await finish.click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.textContent()).not.toMatch(/candidate|Question 2/);
      await dialog.getByRole('button', { name: 'Finish scoring AK' }).click();
      await page.getByText('You finished scoring AK. Send your scores to your group.').waitFor();
      await noCandidate();
      await page.locator('.views').getByRole('link', { name: 'Compare' }).click();
      await page.locator('.grid').waitFor();
      await noCandidate();
      await page.getByRole('link', { name: 'Back to the set' }).click();
      const compare = page.getByRole('link', { name: 'Compare scores' });
      await compare.getByText('Interview answers don’t count as practiced.').waitFor();
      await compare.click();
      await page.locator('.grid').waitFor();
      // The comparison remains the group's after a question was added to the set.
      const grownSet = `2.${b}${a}${c}${d}.VGhlaXJz.ik3x.pAK-BM-CL`;
      const comparison = page.url();
      await openSet(page, grownSet);
      await page.getByRole('link', { name: 'Compare scores' }).click();
      await page.locator('.grid').waitFor();
      expect(page.url()).toBe(comparison);
      const texts = await page.locator('kit-room').textContent();
      expect(texts).not.toMatch(/\bcandidates?\b|\block(ed)?\b|are hidden/i);
      await page.locator('.grid').getByRole('link', { name: 'BM' }).waitFor();
      await page.getByRole('link', { name: 'Back to the set' }).click();
      await page.getByText(titleOf(d)).waitFor();
      await openSet(page, `2.${b}${a}${c}.VGhlaXJz.ik3x.pAK-BM-CL`);
      await page.goto(comparison);
      await page.locator('.grid').waitFor();
      // A friend's link about someone else says who scored whom, and opens with the group's people.
      const { page: friend } = await open();
      await openSet(friend, `2.${b}${a}${c}.VGhlaXJz.ik3x.pAK-BM-CL`);
      await friend.getByRole('button', { name: 'I’m AK' }).click();
      await page.getByRole('link', { name: 'Score', exact: true }).click();
      await page.locator('.tabs a', { hasText: 'CL' }).click();
      await card.getByText(titleOf(c)).waitFor();
      await page.keyboard.press('2');
      await page.getByRole('button', { name: 'Finish scoring CL' }).click();
      await dialog.getByRole('button', { name: 'Finish scoring CL' }).click();
      const copy = page.locator('copy-text', { hasText: 'scores of CL' });
      const link = (await copy.getAttribute('data-text')) ?? '';
      await friend.goto(link);
      await friend.getByText('This link has BM’s scores of CL.').waitFor();
      await friend.getByRole('link', { name: 'Back to the set' }).waitFor();
      await friend.getByRole('button', { name: 'Start scoring' }).click();
      await friend.getByText('Added scores of BM for CL.').waitFor();
      expect(errors).toEqual([]);
    },
  );

  it('scores on its scorecard after someone ran the clock, who can start over', async () => {
    const { page, errors } = await open();
    await openSet(page, `2.${b}${a}${c}.VGhlaXJz.ik3x.pAK-BM-CL`);
    await page.getByRole('button', { name: 'I’m BM' }).click();
    await page.getByRole('link', { name: 'Interview each other' }).click();
    const start = page.getByRole('button', { name: 'Start the interview' });
    await start.click();
    await page.locator('.turn').getByText('AK answers').waitFor();
    await page.getByRole('textbox').fill('Named the owner');
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finish now' }).click();
    await page.getByRole('heading', { name: 'Now score each other' }).waitFor();
    await page.getByText('Named the owner').waitFor();
    expect(await page.locator('.criterion').count()).toBe(0);
    const score = page.locator('main').getByRole('link', { name: 'Score each other' });
    await score.click();
    await page.getByRole('heading', { name: 'Score each other', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    await start.waitFor();
    expect(errors).toEqual([]);
  });
});

describe('the page of sets', () => {
  it('lists all questions without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}set/`);
    expect(await page.locator('set-room li a').count()).toBe(study.questions.length);
    await page.goto(`${site}levels/${level}/`);
    expect(await page.getByRole('button', { name: 'Build a set' }).count()).toBe(0);
  });

  it('shows a message if the questions fail to load, and still lists them', async () => {
    const { page } = await open();
    await page.route('**/data/study.json', (route) => route.abort());
    await page.goto(`${site}set/`);
    await page.getByRole('alert').getByText('couldn’t load').waitFor();
    expect(await page.locator('set-room li a').count()).toBe(study.questions.length);
    await page.goto(`${site}levels/${level}/`);
    await page.getByRole('button', { name: 'Build a set' }).click();
    await page.getByRole('alert').getByText('couldn’t load').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.locator('.picker-bar').count()).toBe(0);
  });

  it('lets readers pick questions on the search page, but not its link to all questions', async () => {
    const { page } = await open();
    await page.goto(`${site}search/`);
    await page.getByRole('button', { name: 'Build a set' }).click();
    const results = page.locator('ol.results > li');
    await results.first().locator('.picker-box').waitFor();
    const links = await results.locator('a').count();
    const toAll = await results.locator('a[href$="/questions/"]').count();
    expect(toAll).toBe(1);
    expect(await results.locator('.picker-box').count()).toBe(links - toAll);
  });

  it('works below a base path', async () => {
    const { page } = await open();
    const [{ code = '', level = '' } = {}] = questionsData('dist-guide').questions;
    await page.goto(`${inject('baseSite')}levels/${level}/`);
    await page.getByRole('button', { name: 'Build a set' }).click();
    await page.locator('.picker-box').first().check();
    await page.getByRole('link', { name: 'Edit set' }).click();
    await page.waitForURL('**/guide/set/');
    await page.getByRole('link', { name: 'See the set' }).click();
    expect(await page.getByRole('link', { name: 'Practice alone' }).getAttribute('href')).toBe(
      `/guide/practice/#1.set.${code}`,
    );
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await open();
    await page.goto(`${site}levels/${level}/`);
    await tabTo(page, 'Build a set');
    await page.keyboard.press('Enter');
    await page.locator('.picker-box').first().waitFor();
    for (const code of [a, b]) {
      await tabTo(page, new RegExp(`^Add to .+: ${RegExp.escape(titleOf(code))}$`));
      await page.keyboard.press('Space');
    }
    await page.getByRole('status').getByText('2 in your set').waitFor();
    await page.getByRole('button', { name: 'Done' }).focus();
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: 'Add to your set (2)' });
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await openSet(page);
    await tabTo(page, 'Reorder');
    await page.keyboard.press('Space');
    await tabTo(page, `Move down: ${titleOf(a)}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen(page)).toEqual([b, a].map(titleOf));
    await page.getByRole('checkbox', { name: 'Reorder' }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, `Remove: ${titleOf(a)}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('h1:focus').waitFor();
  });
});

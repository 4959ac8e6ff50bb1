import { describe, expect, inject, it } from 'vitest';
import { countFor, suggestMinutes } from '../../src/domain/mock/draw.ts';
import { codesInMockLink } from '../../src/domain/mock/mock-link.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import {
  linkOf,
  openForm,
  openMockPage,
  press,
  questionsInTurn,
  study,
  take,
  threeQuestions,
} from './mock-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const link = linkOf();
const titles = threeQuestions.map(({ title }) => title);

describe('creating a mock interview', () => {
  it('opens its form by its link, and takes two presses from the start page to a clock', async () => {
    const { page } = await open();
    await openMockPage(page, '?as=creator');
    await page.getByLabel('Number of questions').waitFor();
    await page.goto(site);
    await page.locator('main').getByRole('link', { name: 'mock interview' }).first().click();
    const count = countFor(study.questions, 20);
    await press(page, `20 minutes ${count} questions`);
    await page.getByText(`Question 1 of ${count}`).first().waitFor();
    expect(await page.locator('.time-left').textContent()).toMatch(/^(20:00|19:5\d)$/);
    expect(codesInMockLink(new URL(page.url()).hash)).toHaveLength(count);
  });

  it('suggests a time limit until one is set, and gives everyone who opens its link the same questions', async () => {
    const { page, requests } = await open();
    await openMockPage(page);
    await openForm(page);
    // Until the reader sets a time, the form suggests one that fits the number of questions.
    const minutes = page.getByLabel('Total minutes');
    const suggested = (count: number) => String(suggestMinutes(study.questions, count)?.inAll);
    expect(await minutes.inputValue()).toBe(suggested(5));
    await page.getByLabel('Number of questions').fill('4');
    await minutes.focus();
    expect(await minutes.inputValue()).toBe(suggested(4));
    await minutes.fill('999');
    await page.getByLabel('Number of questions').focus();
    expect(await minutes.inputValue()).toBe('240');
    await press(page, 'Create mock interview');
    await page.getByRole('heading', { name: '240 minutes, with time for follow-ups' }).waitFor();
    const fragment = new URL(page.url()).hash.slice(1);
    const wanted = codesInMockLink(fragment).map(
      (code) => study.questions.find((question) => question.code === code)?.title,
    );
    expect(wanted).toHaveLength(4);
    await press(page, 'Start the interview');
    expect(await questionsInTurn(page)).toEqual(wanted);
    const other = (await open()).page;
    await take(other, fragment.toUpperCase());
    expect(await questionsInTurn(other)).toEqual(wanted);
    expect(requests.filter((address) => !address.startsWith(site))).toEqual([]);
  });

  it('picks only from the levels that were chosen, and says how many questions match', async () => {
    const { page } = await open();
    await openMockPage(page);
    await openForm(page);
    const level = guideOnDisk().levels.at(-1);
    const codes = level?.questions.map(({ code }) => code) ?? [];
    const box = page.getByRole('checkbox', {
      name: new RegExp(`^${RegExp.escape(level?.label ?? '')}`),
    });
    await box.check();
    await page.getByLabel('Number of questions').fill('50');
    await box.focus();
    const status = page.locator('form [role="status"]');
    expect(await status.textContent()).toContain(`${codes.length} will be picked`);
    await press(page, 'Create mock interview');
    await page.getByText(`${level?.label}. The questions stay hidden`).waitFor();
    expect([...codesInMockLink(new URL(page.url()).hash)].sort()).toEqual([...codes].sort());
    await page.goBack();
    await openForm(page);
    expect(await box.isChecked()).toBe(true);
  });
});

describe('the first screen of a mock', () => {
  it('shows no question, passes the link on, and says which part is damaged or missing', async () => {
    const { page } = await open();
    await openMockPage(page, `#${link}.`);
    const text = await page.locator('mock-room').innerHTML();
    for (const title of titles) expect(text).not.toContain(title);
    await page.getByText('Part of the link is damaged.').waitFor();
    expect(await page.locator('share-link').getAttribute('data-address')).toBe(
      `${site}mock/#${link}`,
    );
    const codes = [...threeQuestions.map(({ code }) => code), 'zz9'];
    await openMockPage(page, `#${linkOf({ codes })}`);
    await page.getByText('This guide has no question with the code zz9.').waitFor();
    await page.getByRole('heading', { name: '10 minutes, with time for follow-ups' }).waitFor();
  });
});

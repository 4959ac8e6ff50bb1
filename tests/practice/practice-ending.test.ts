import { describe, expect, inject, it } from 'vitest';
import { orderForRole } from '../../src/domain/plan/roles.ts';
import { writePracticeLink } from '../../src/domain/practice/practice-link.ts';
import { roles } from '../../src/guide-settings.ts';
import { useBrowser } from '../support/browser.ts';
import { studyData } from '../support/guide-data.ts';
import { storedRecords } from '../support/stored-records.ts';
import { answerWith, openPractice, passSample, roomText } from './practice-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const { questions } = studyData('dist');
const [first, second, third] = questions;
if (first === undefined || second === undefined || third === undefined) {
  throw new Error('The guide has too few questions.');
}

describe('the first minute', () => {
  it('asks a question for the reader’s role, waits with the clock, and asks for the date after the first score', async () => {
    const { page, errors } = await open({ fixedTime: '2026-12-01T12:00:00', locale: 'en-US' });
    await page.goto(site);
    await page.getByRole('link', { name: 'Start practicing' }).click();
    const start = page.getByRole('button', { name: 'Start the clock' });
    const title = page.locator('.asked h2');
    await start.waitFor();
    expect(await title.textContent()).toBe(first.title);
    await page.getByText('From the next question on, it starts by itself.').waitFor();
    // Before the first answer, the page doesn't ask for a date or a plan, and no clock is running.
    expect(await page.locator('practice-room input:not([type=checkbox])').count()).toBe(0);
    expect(await page.locator('[data-clock]').count()).toBe(0);
    const role = roles.at(-1);
    const choice = page.getByRole('button', { name: role?.label ?? '', exact: true });
    await choice.click();
    // The role's first question may already be on the screen.
    await expect.poll(() => choice.getAttribute('aria-pressed')).toBe('true');
    const ordered = orderForRole(questions, role?.id);
    await title.getByText(ordered[0]?.title ?? '').waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await title.getByText(ordered[1]?.title ?? '').waitFor();
    expect((await storedRecords(page))['settings']).toMatchObject([{ role: role?.id }]);
    // From the start page, answering out loud takes two presses: "Start practicing" and "Start the
    // clock."
    await start.click();
    await page.getByRole('timer').waitFor();
    await page.getByText('You score a sample answer first, to see what each score').waitFor();
    await page.getByRole('button', { name: 'Score a sample, then mine' }).click();
    await passSample(page);
    await page
      .getByRole('group', { name: 'Same for all' })
      .getByRole('radio', { name: '3' })
      .click();
    await page.getByRole('button', { name: /^Save and / }).click();
    await page.getByRole('heading', { name: 'First one done' }).waitFor();
    expect(await roomText(page)).toContain('4 questions left in this session');
    const date = page.getByRole('link', { name: 'Set interview date' });
    expect(await date.getAttribute('href')).toBe('/progress/#plan');
    await page.getByText('out loud. The clock starts right away.').waitFor();
    await page.getByRole('button', { name: 'Next question' }).click();
    // From now on, clocks start without a press, and no sample comes first.
    await page.getByRole('timer').waitFor();
    expect(await page.getByText('You score a sample answer first').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('the end of a session', () => {
  const set = writePracticeLink({
    kind: 'set',
    set: { name: 'Three', codes: [first.code, second.code, third.code] },
  });

  it('has a beat for each answer, what changed, what went well in the reader’s words, and a minute to fix one thing', async () => {
    const { page, errors } = await open({ fixedTime: '2026-12-01T12:00:00', locale: 'en-US' });
    await openPractice(page, site, `1.question.${first.code}`);
    await answerWith(page, 2);
    await page.clock.setFixedTime('2026-12-02T12:00:00');
    await page.goto('about:blank');
    await openPractice(page, site, set);
    await page.locator('textarea').fill('Intended use decides. Then the rest.');
    await answerWith(page, 5);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.locator('[data-message]', { hasText: 'It comes back at the end' }).waitFor();
    await answerWith(page, 3);
    // The skipped question comes last. If it is skipped again, it is left for another session.
    await page.locator('.asked h2').getByText(second.title).waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('heading', { name: '2 answers in 1 minute' }).waitFor();
    expect(await page.locator('.sum .numeral').textContent()).toBe('4.0');
    await page.getByText('up 3.0 from last time on 1 repeated question').waitFor();
    await page.getByText('2.0 → 5.0').waitFor();
    const links = page.locator('.answers a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      `/questions/${first.slug}/`,
      `/questions/${third.slug}/`,
    ]);
    const path = (await page.locator('.ending .lit').getAttribute('d')) ?? '';
    const heights = [...path.matchAll(/l[\d.]+ 5 [\d.]+ -([\d.]+) /g)].map(([, height]) =>
      Number(height),
    );
    expect(heights).toHaveLength(2);
    expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
    const nailed = page.locator('.panel', { hasText: 'You nailed' });
    expect(await nailed.locator('q').textContent()).toBe('Intended use decides.');
    await page.getByRole('button', { name: 'Continue: 1 left' }).waitFor();
    const fix = page.locator('.panel', { hasText: 'Fix this' });
    await fix.getByText(third.criteria[0]?.criterion ?? '').waitFor();
    const saved = (await storedRecords(page))['reviews'];
    await page.keyboard.press(' ');
    await page.getByText('of 1:00').waitFor();
    await page.getByText('This try isn’t saved.').waitFor();
    await page.keyboard.press(' ');
    await page.locator('fieldset.criterion').waitFor();
    expect(await page.locator('fieldset.criterion').count()).toBe(1);
    await page.keyboard.press('4');
    await page.getByText('Good answer. This try isn’t saved.').waitFor();
    await page.getByRole('button', { name: 'See your results' }).waitFor();
    expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await page.keyboard.press(' ');
    await fix.getByText('From 3 to 4. Say it that way next time.').waitFor();
    expect((await storedRecords(page))['reviews']).toEqual(saved);
    expect(errors).toEqual([]);
  });
});

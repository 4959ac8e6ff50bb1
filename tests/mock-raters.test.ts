import { describe, expect, inject, it } from 'vitest';
import { writeComparisonLink } from '../src/domain/mock/mock-link.ts';
import { writeScoreCode } from '../src/domain/mock/score-code.ts';
import { lateSheet, useBrowser } from './browser.ts';
import {
  comparedScores,
  compareWith,
  continueRun,
  linkOf,
  lock,
  lockedRun,
  openMockPage,
  press,
  raterCode,
  ready,
  score,
  scoredRun,
  threeQuestions,
} from './mock-steps.ts';
import { storeFirst } from './stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const link = linkOf();
const [firstQuestion] = threeQuestions;
if (firstQuestion === undefined) throw new Error('The guide has no questions.');

const three = [raterCode(4, 5), raterCode(2, 1), raterCode(4, 4)];

describe('a link with scores', () => {
  it('is made when scores are locked, and opens the comparison for someone who has scored', async () => {
    const { page: first } = await open();
    await continueRun(first, scoredRun(4));
    await lock(first);
    const address = await first.locator('share-link').first().getAttribute('data-address');
    expect(address).toMatch(/\/mock\/#2\.3\.10\.[a-z0-9-]+\.[a-z0-9]{9}\.1[0-9a-hjkmnp-tv-z]+$/);

    const { page: second, errors } = await open();
    await storeFirst(second, 'mock', JSON.stringify(lockedRun(2)));
    await second.goto(address ?? '');
    await second.getByRole('heading', { name: 'Compare scores' }).waitFor();
    const rows = await comparedScores(second);
    expect(rows).toHaveLength(threeQuestions.flatMap(({ criteria }) => criteria).length);
    expect(new Set(rows.map((row) => row.join(' ')))).toEqual(new Set(['2 4 2']));
    await second.getByRole('link', { name: 'Your result' }).click();
    await second.getByRole('heading', { name: 'Your result' }).waitFor();
    // The scores from the link are shown too.
    expect(await comparedScores(second)).toHaveLength(rows.length);
    expect(errors).toEqual([]);
  });

  it('shows no scores before the reader’s own are locked, then the comparison', async () => {
    const { page } = await open();
    await openMockPage(page, `#${writeComparisonLink(link, three.slice(0, 2))}`);
    await page.getByRole('heading', { name: '2 people have shared scores with you' }).waitFor();
    expect(await page.locator('.compare').count()).toBe(0);
    expect(await page.locator('.primary').allTextContents()).toEqual(['Score the candidate']);
    await page.getByRole('link', { name: 'Score the candidate' }).click();
    await page.locator('.criterion').first().waitFor();
    expect(await page.locator('.compare').count()).toBe(0);
    await score(page, [3]);
    await press(page, 'Lock my scores');
    await press(page, 'Lock scores');
    await page.locator('.compare table').waitFor();
    expect((await comparedScores(page))[0]).toEqual(['3', '5', '1', '4']);
    await page.getByRole('link', { name: 'Your scorecard' }).waitFor();
  });

  it('can be compared by an observer without scores, in a table that shows that it continues beyond a narrow window', async () => {
    const { page } = await open();
    await openMockPage(page, `#${writeComparisonLink(link, three)}`);
    await page.getByRole('link', { name: 'Compare without scoring' }).click();
    expect((await comparedScores(page))[0]).toEqual(['5', '1', '4', '4']);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.reload();
    await ready(page);
    expect(await comparedScores(page)).not.toEqual([]);
    await lateSheet(page);
    const table = page.locator('.compare .scroll');
    expect(await table.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
    expect(await table.evaluate((one) => getComputedStyle(one).backgroundImage)).toContain(
      'linear-gradient',
    );
  });

  it('doesn’t count the reader’s own scores again', async () => {
    const { page } = await open();
    await continueRun(page, lockedRun(4));
    const own = (await page.locator('.score-code').textContent()) ?? '';
    await openMockPage(page, `#${writeComparisonLink(link, [own])}`);
    await page.getByText('These scores are the same as yours').waitFor();
    const five = [raterCode(3, 1), raterCode(3, 2), ...three];
    await openMockPage(page, `#${writeComparisonLink(link, [own, ...five])}`);
    await ready(page);
    expect(await page.getByText('These scores are the same as yours').count()).toBe(0);
    const names = await page.locator('.compare thead th').allTextContents();
    expect(names.slice(2)).toEqual(['You', 'Rater 2', 'Rater 3', 'Rater 4', 'Rater 5', 'Rater 6']);
    await compareWith(page, own);
    await page.getByText('so we count them once').waitFor();
  });

  it('leaves out scores that belong to another mock interview or are damaged', async () => {
    const { page, errors } = await open();
    const other = writeScoreCode(linkOf({ minutes: 11 }), []);
    const damaged = (three[0] ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await openMockPage(page, `?as=observer#${writeComparisonLink(link, [other, damaged])}`);
    await page.getByRole('heading', { name: 'Compare scores' }).waitFor();
    expect(await page.locator('.compare table').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('up to six raters', () => {
  it('are in one table, widest disagreement first, with an agreement figure', async () => {
    const { page } = await open();
    await continueRun(page, lockedRun(4));
    // From a chat: codes and links together.
    await compareWith(
      page,
      `${three[0]} ${site}mock/#${writeComparisonLink(link, three.slice(1))}`,
    );
    await page.locator('.compare table').waitFor();
    const heads = page.locator('.compare thead th');
    expect(await heads.allTextContents()).toEqual([
      'Criterion',
      'Spread',
      'You',
      'Rater 2',
      'Rater 3',
      'Rater 4',
    ]);
    const rows = await comparedScores(page);
    expect(rows[0]).toEqual(['4', '5', '1', '4', '4']);
    const widest = page.locator('.compare tbody tr').first();
    expect(await widest.locator('b').allTextContents()).toEqual(['1']);
    expect(await widest.getByRole('link').getAttribute('href')).toBe(
      `/questions/${firstQuestion.slug}/`,
    );
    const tints = await page
      .locator('.compare tbody th')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(new Set(tints).size).toBe(new Set(rows.map((row) => row.at(-1))).size);
    const spreads = rows.map((row) => Number(row.at(-1)));
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a));
    expect(await page.locator('.compare .tally').textContent()).toMatch(/Agreement\s+−?\d\.\d\d/);
    expect(await page.locator('.compare tfoot td').nth(1).textContent()).toBe(
      String(4 * rows.length),
    );

    await page.getByRole('textbox', { name: 'Name of rater 3' }).fill('Ana');
    await page.keyboard.press('Tab');
    await page.reload();
    await ready(page);
    expect(await heads.nth(4).textContent()).toBe('Ana');
    const shared = await page.locator('share-link').last().getAttribute('data-address');
    expect(shared).not.toContain('Ana');
    expect(new URL(shared ?? '').hash.split('.')).toHaveLength(5 + 4);
    await page.getByRole('button', { name: 'Remove: Ana' }).click();
    await heads.nth(4).filter({ hasText: 'Rater 3' }).waitFor();
  });

  it('with the same scores and times are counted once, with a message, and can’t be more than six', async () => {
    const { page } = await open();
    await openMockPage(page, `?as=observer#${writeComparisonLink(link, three)}`);
    await compareWith(page, `${three[0]} ${raterCode(5, 5)}`);
    await page.getByText('so we count them once').waitFor();
    expect((await comparedScores(page))[0]).toHaveLength(three.length + 1 + 1);
    await compareWith(page, `${raterCode(2, 2)} ${raterCode(2, 3)}`);
    await page.getByText('Rater 6').first().waitFor();
    await compareWith(page, raterCode(1, 1));
    await page.getByText('The table shows up to 6 raters.').waitFor();
    expect(await page.locator('.compare thead th').count()).toBe(1 + 6 + 1);
  });
});

describe('an interviewer’s calibration', () => {
  it('scores two sample answers, then shows the guide’s scores and the difference', async () => {
    const { page, errors } = await open();
    const { calibration = [], criteria } = firstQuestion;
    await openMockPage(page, `?as=interviewer#${link}`);
    const fold = page.locator('.calibration').first();
    await fold.getByText('Calibrate: score two samples, then compare').click();
    for (const { answer } of calibration) await fold.getByText(answer.slice(0, 60)).waitFor();
    const why = calibration[0]?.scores[0]?.why ?? '?';
    expect(await page.locator('.scorecard').textContent()).not.toContain(why);
    // All fives: the most lenient scores.
    const groups = fold.locator('fieldset.criterion');
    expect(await groups.count()).toBe(calibration.length * criteria.length);
    for (const group of await groups.all()) {
      await group.getByRole('radio', { name: '5', exact: true }).check();
    }
    await press(page, 'Compare with the guide');
    await fold.getByText(why).waitFor();
    const scores = calibration.flatMap((sample) => sample.scores.map((one) => one.score));
    const above = 5 - scores.reduce((sum, one) => sum + one, 0) / scores.length;
    await fold.getByText(`you score ${above.toFixed(1)} higher than the guide`).waitFor();
    // Saved, and not part of the candidate's scores.
    await page.reload();
    await ready(page);
    await page.getByText('Calibrate: see how you scored').first().click();
    await fold.getByText(why).waitFor();
    expect(await page.locator('.scorecard > section').first().textContent()).toContain(
      'not assessed',
    );
    expect(errors).toEqual([]);
  });
});

/**
 * The interview kit as a hiring manager uses it: choosing, scoring, comparing, printing, and coming
 * back.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { answerOf, type Label, runningTimer } from '../../src/domain/kit/interview.ts';
import type { InterviewRecord } from '../../src/domain/progress/records.ts';
import { mutated, nastyText } from '../fuzz/fuzz.ts';
import { lettersOf, readPdf } from '../outputs/read-pdf.ts';
import { useBrowser } from '../support/browser.ts';
import { itNightly } from '../support/it-nightly.ts';
import { isFullSweep, sampled } from '../support/sampled.ts';
import { storedRecords, storedText, storeFirst } from '../support/stored-records.ts';
import {
  criteriaOf,
  interviewOf,
  kitButton,
  linkOfInterview,
  openKit,
  openScorecard,
  questionByCode,
  scoresLink,
} from './kit-steps.ts';
import { linkOf, raterCode, study, threeQuestions } from './mock-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const names = ['Ana', 'Ben', 'Chi', 'Dee'];
const labels = ['A', 'B', 'C', 'D'] as const;

async function interviewsIn(page: Page): Promise<InterviewRecord[]> {
  return (await storedRecords(page))['interviews'] as unknown as InterviewRecord[];
}

async function onlyInterview(page: Page): Promise<InterviewRecord> {
  const [interview] = await interviewsIn(page);
  if (interview === undefined) throw new Error('No interview is stored.');
  return interview;
}

async function paste(page: Page, text: string): Promise<void> {
  const field = page.getByLabel('Add a colleague’s scores');
  if ((await field.count()) === 0) {
    await page.locator('.head').getByRole('button', { name: 'Share' }).click();
  }
  await field.fill(text);
  await page.locator('form.add-scores').getByRole('button', { name: 'Add scores' }).click();
}

async function scoreAll(page: Page, interview: InterviewRecord, score: number): Promise<void> {
  for (const [place, { code }] of interview.questions.entries()) {
    if (place > 0) await kitButton(page, 'Next question').click();
    await page
      .locator('.question-head', { hasText: questionByCode.get(code)?.title ?? '?' })
      .waitFor();
    for (let count = criteriaOf(code); count > 0; count -= 1) {
      await page.keyboard.press(String(score));
    }
    await page.keyboard.press('Escape');
  }
}

async function chooseFour(page: Page, path: string): Promise<void> {
  await openKit(page, site);
  await page.getByLabel('Or all questions of a learning path').selectOption(path);
  // The first question moves down with the keyboard and keeps the focus.
  const down = page.getByRole('button', { name: /^Move down: / });
  await down.first().focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.question-order > li').nth(1).locator(':focus').count()).toBe(1);
  for (const [place, name] of names.entries()) {
    if (place > 0) await kitButton(page, `Add candidate ${labels[place]}`).click();
    await page.getByLabel(`Candidate ${labels[place]}`).fill(name);
  }
  await kitButton(page, 'Score candidate A').click();
  await page.locator('.scorecard').waitFor();
}

async function expectPaper(page: Page, { questions }: InterviewRecord): Promise<void> {
  const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
  expect(pages).toHaveLength(names.length);
  const criteria = questions.flatMap(({ code }) =>
    (questionByCode.get(code)?.criteria ?? []).map(({ criterion }) => criterion),
  );
  for (const [place, text] of pages.entries()) {
    const printed = lettersOf(text);
    // Maria, whom the manager hasn't named, gave candidate A's first criterion 3 points less.
    const hers = place === 0 ? ['Rater 2 1 (−3)'] : [];
    const wanted = [
      `Candidate ${labels[place]}: ${names[place]}`,
      'your mean of',
      'Rater 3: 4.0',
      ...hers,
      ...criteria,
    ];
    expect(wanted.filter((words) => !printed.includes(lettersOf(words)))).toEqual([]);
  }
}

describe('a hiring manager', () => {
  it('scores four candidates on the questions of a path, takes in two colleagues, compares, prints, and comes back', async () => {
    const { page, errors } = await open();
    const [path] = study.learningPaths.toSorted((a, b) => a.codes.length - b.codes.length);
    if (path === undefined) throw new Error('The guide has no paths.');
    await chooseFour(page, path.id);
    await expect.poll(() => interviewsIn(page)).toHaveLength(1);
    const plan = await onlyInterview(page);
    const [first = '', second = '', ...others] = path.codes;
    expect(plan.questions.map(({ code }) => code)).toEqual([second, first, ...others]);

    const colleague = (rater: string, label: Label, all: number, more: object = {}) =>
      `${site}kit/#${scoresLink(plan, { rater, label, all, ...more })}`;
    // A link for candidate B that is pasted while candidate A is open, or a link from another
    // interview, shows a message and adds nothing.
    await paste(page, colleague('maria', 'B', 2));
    const notice = page.locator('.notice');
    await notice.getByText('These scores are for candidate B. You’re on candidate A.').waitFor();
    await kitButton(page, 'Don’t add').click();
    const stray = interviewOf({ labels: ['A'] });
    await paste(page, scoresLink(stray, { rater: 'maria', label: 'A', all: 2 }).replace(/^/, '#'));
    await notice.getByText('These scores are from another interview. Nothing was added.').waitFor();
    expect((await onlyInterview(page)).candidates.flatMap(({ received }) => received)).toEqual([]);

    // Maria's scores arrive first. They stay hidden until the manager's scores are locked.
    await paste(page, colleague('maria', 'A', 4, { first: 1, notes: ['Vague on the clock.'] }));
    await page.getByText('Score first, so their scores don’t sway you.').waitFor();
    expect(await page.locator('kit-room').textContent()).not.toContain('Vague on the clock');
    for (const [place] of labels.entries()) {
      if (place > 0) await kitButton(page, 'Next candidate').click();
      await page.locator('.dock b', { hasText: `${names[place]}` }).waitFor();
      await scoreAll(page, plan, 4 - (place % 3));
      await kitButton(page, 'Lock scores').click();
      // Maria's scores of candidate A are about to show, so the lock is final, and we ask first.
      if (place === 0) {
        await page.getByText('You can’t unlock your scores afterward').waitFor();
        await kitButton(page, 'Lock scores').last().click();
        await page.locator('.locked').getByRole('link', { name: 'Compare scores' }).waitFor();
      }
      await page.getByText(`Your scores of ${names[place]} are locked.`).waitFor();
    }
    await page.getByText('You can unlock your scores until you add a colleague’s.').waitFor();
    await kitButton(page, 'Share scores').click();
    const address = await page
      .locator('.share-steps li > .row copy-text')
      .getAttribute('data-text');
    const { length } = path.codes;
    expect(address).toMatch(
      new RegExp(
        `#k1\\.\\w+\\.\\d+\\.${length}\\.\\w{${3 * length}}\\.abcd\\.[\\w-]*\\.d\\.[0-9a-f]{6}\\.1`,
      ),
    );
    expect(address).not.toContain('Dee');

    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    const rest = [
      ...(['B', 'C', 'D'] as const).map((label) => colleague('maria', label, 3)),
      ...labels.map((label) => colleague('jonas', label, 4)),
    ];
    await paste(page, rest.join('\n'));
    await notice
      .getByText('Added scores of Rater 2 and Rater 3 for candidates A, B, C, and D.')
      .waitFor();
    await page.getByText(/^You and 2 others differ on \d+ criteria: talk about these$/).waitFor();
    const widest = page.locator('.talk > li').first();
    await widest.getByText('Vague on the clock.').waitFor();
    expect(await widest.locator('.line').getAttribute('aria-label')).toBe(
      'You: 4, Rater 2: 1, Rater 3: 4',
    );
    // Each rater's mean shows whom they prefer.
    const means = page.locator('.rater-means tr');
    expect((await means.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      `Mean of each rater ${names.join(' ')}`,
      'You 4.0 3.0 2.0 4.0',
      expect.stringMatching(/^Rater 2 3\.\d 3\.0 3\.0 3\.0$/),
      'Rater 3 4.0 4.0 4.0 4.0',
    ]);
    await page.getByText('CSV and Markdown have your own scores only.').waitFor();
    const grid = page.locator('.grid tbody tr');
    expect(await grid.count()).toBe(4);
    expect(await grid.first().getByRole('button').count()).toBe(length);
    await grid.first().getByRole('button').first().click();
    await page.getByRole('region', { name: 'Scores' }).getByText('Vague on the clock.').waitFor();

    await expectPaper(page, plan);

    const later = await page.context().newPage();
    await page.close();
    await openKit(later, site);
    expect(await later.locator('.section-band').textContent()).toContain('of 4 candidates started');
    await later.getByRole('link', { name: path.title }).click();
    await later.getByRole('link', { name: 'Compare', exact: true }).click();
    await later.getByText(/^You and 2 others differ on/).waitFor();
    const stored = await onlyInterview(later);
    expect(stored.candidates.map(({ name, received }) => [name, received.length])).toEqual(
      names.map((name) => [name, 2]),
    );
    const scores = stored.candidates.map((one) => answerOf(one, first).scores[0]);
    expect(scores).toEqual([4, 3, 2, 4]);
    await later.goto(site);
    await later.getByRole('link', { name: 'Compare scores' }).click();
    await later.locator('.grid').waitFor();
    expect(errors).toEqual([]);
  });

  it.each(
    sampled(
      [
        [1280, 800],
        [390, 844],
      ] as const,
      1,
    ),
  )(
    'gets from the first screen to a named candidate without scrolling, at %i pixels',
    async (width, height) => {
      const { page } = await open({ viewport: { width, height } });
      await page.goto(site);
      const entry = page.locator('.hero').getByRole('link', { name: 'Open the interview kit' });
      const box = await entry.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height);
      await entry.click();
      await page.locator('kit-room[data-ready]').waitFor();
      const bar = page.locator('.start-bar');
      await bar.getByText('No questions chosen yet').waitFor();
      await page.locator('.ready > button').first().click();
      await bar.getByText(/^5 questions$/).waitFor();
      await bar.getByText('about 60 of 60 minutes', { exact: true }).waitFor();
      // Steps 2 and 3 begin in the first screen of a laptop.
      if (width > 1000) {
        for (const step of ['2. Choose the questions', '3. Check the order']) {
          const top = (await page.getByRole('heading', { name: step }).boundingBox())?.y;
          expect(top).toBeLessThan(height - 200);
        }
      }
      await page.locator('.choices summary', { hasText: 'Intermediate' }).click();
      await page.locator('.choices input').nth(8).check();
      await bar.getByText('about 70 of 60 minutes, 10 over').waitFor();
      await page
        .getByRole('button', { name: /^Remove: / })
        .last()
        .click();
      expect(await page.locator(':focus').textContent()).toBe('3. Check the order');
      await bar.getByText(/^5 questions$/).waitFor();
      expect(await page.locator('.section-band').textContent()).toContain('questions chosen');
      const barBox = await bar.boundingBox();
      expect((barBox?.y ?? height) + (barBox?.height ?? 0)).toBeLessThanOrEqual(height + 1);
      await kitButton(page, 'Score candidate A').click();
      await page.getByLabel('Name of candidate A').fill('Ana');
      await page.locator('.tabs b', { hasText: 'Ana' }).waitFor();
    },
  );

  it('sees a usual question with its criteria and note without scrolling', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } });
    await openKit(page, site);
    await page.getByLabel('Select all').check();
    await kitButton(page, 'Score candidate A').click();
    await page.locator('.scorecard').waitFor();
    let fitting = 0;
    const seen = sampled(study.questions, 6);
    for (const _ of seen) {
      const [note = 1, bar = 0, scrolled] = await page.evaluate(() => [
        document.querySelector('.note-row')?.getBoundingClientRect().bottom ?? 0,
        document.querySelector('.dock')?.getBoundingClientRect().top ?? 0,
        scrollY,
      ]);
      expect(scrolled).toBe(0);
      if (note <= bar) fitting += 1;
      await page.keyboard.press('ArrowRight');
    }
    expect(fitting / seen.length).toBeGreaterThan(0.9);
  });
});

describe('nothing is lost', () => {
  it('is deleted only with an offer to save, can be put back, and opens again from its file', async () => {
    const { page, errors } = await open();
    await openScorecard(page, site);
    await page.keyboard.press('4');
    await page.locator('.heard textarea').fill('Clear, <b>but</b> slow');
    // A timer stops when the interviewer leaves the candidate or the page.
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.locator('.question-head').getByRole('button', { name: 'Pause' }).waitFor();
    await kitButton(page, 'Next candidate').click();
    await page.locator('.tabs a').first().click();
    await kitButton(page, 'Resume the timer').click();
    await page.locator('.question-head').getByRole('button', { name: 'Pause' }).waitFor();
    await page.reload();
    await kitButton(page, 'Resume the timer').waitFor();
    await kitButton(page, 'Next candidate').click();
    await kitButton(page, 'Delete candidate B').click();
    await page.locator('.notice').getByText('Candidate B was deleted.').waitFor();
    await kitButton(page, 'Undo').click();
    await page.locator('.dock b', { hasText: 'Candidate B' }).waitFor();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await kitButton(page, 'Delete interview').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      kitButton(page, 'Save a file, then delete').click(),
    ]);
    expect(download.suggestedFilename()).toBe('interview-senior-pm.json');
    const file = readFileSync(await download.path());
    await expect.poll(() => interviewsIn(page)).toEqual([]);
    await kitButton(page, 'Undo').click();
    await page.locator('.grid').waitFor();
    await expect.poll(() => interviewsIn(page)).toHaveLength(1);
    await kitButton(page, 'Delete interview').click();
    await kitButton(page, /^Delete$/).click();
    await page.getByText('“Senior PM” was deleted.').waitFor();
    await expect.poll(() => interviewsIn(page)).toEqual([]);
    await page.reload();
    await page.locator('kit-room[data-ready]').waitFor();

    const input = page.getByLabel('Open a saved interview');
    await input.setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await page.getByText('x.json: This isn’t an interview file from this guide.').waitFor();
    // A file can be dropped anywhere on the page.
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'senior.json', { type: 'application/json' }));
      return transfer;
    }, file.toString());
    await page.locator('main').dispatchEvent('drop', { dataTransfer: files });
    await page.getByText('Opened senior.json.').waitFor();
    // If this device has something else that is newer, the reader chooses.
    const drop = () => page.locator('main').dispatchEvent('drop', { dataTransfer: files });
    await drop();
    await page.getByText('Nothing changed: this device has the same interview.').waitFor();
    await page.getByRole('link', { name: 'Score', exact: true }).click();
    await page.locator('.heard textarea').fill('Mine');
    await expect
      .poll(async () => JSON.stringify(await onlyInterview(page)))
      .toContain('"note":"Mine"');
    const noteNow = async () => (await onlyInterview(page)).candidates[0]?.answers[0]?.note;
    await drop();
    await kitButton(page, 'Keep mine').click();
    expect(await noteNow()).toBe('Mine');
    await drop();
    await kitButton(page, 'Replace with the file').click();
    await expect.poll(noteNow).toBe('Clear, <b>but</b> slow');
    await kitButton(page, 'Undo').click();
    await expect.poll(noteNow).toBe('Mine');
    await drop();
    await kitButton(page, 'Replace with the file').click();
    await page.locator('.grid button').click();
    await page
      .getByRole('region', { name: 'Scores' })
      .getByText('Clear, <b>but</b> slow')
      .waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      kitButton(page, 'Save as CSV').click(),
    ]);
    expect(readFileSync(await csv.path(), 'utf8')).toContain('"Clear, <b>but</b> slow"');
    expect(errors).toEqual([]);
  });

  it('keeps a deleted candidate’s scores away from a candidate who is added later', async () => {
    const { page, errors } = await open();
    const interview = interviewOf({ labels: ['A', 'B'] });
    const link = scoresLink(interview, { rater: 'maria', label: 'B', all: 2 });
    await openScorecard(page, site);
    await page.locator('.tabs a').nth(1).click();
    await kitButton(page, 'Delete candidate B').click();
    await page.locator('.notice').getByText('Candidate B was deleted.').waitFor();
    await page.reload();
    await page.locator('.scorecard').waitFor();
    await kitButton(page, '+ Add candidate').click();
    await page.getByLabel('Name of candidate C').fill('Dana');
    const refusal = page.getByText('These scores are for candidate B, whom you deleted.');
    await paste(page, `${site}kit/#${link}`);
    await refusal.waitFor();
    await openKit(page, site, link);
    await refusal.waitFor();
    expect(await kitButton(page, 'Add scores').count()).toBe(0);
    const { candidates } = await onlyInterview(page);
    expect(candidates.map(({ label, received }) => [label, received])).toEqual([
      ['A', []],
      ['C', []],
    ]);
    for (const label of 'DEF') {
      await kitButton(page, '+ Add candidate').click();
      await page.locator('.dock b', { hasText: `Candidate ${label}` }).waitFor();
    }
    await kitButton(page, 'Delete candidate F').click();
    await page.getByText('All six labels are used, so you can’t add another candidate.').waitFor();
    expect(await kitButton(page, '+ Add candidate').count()).toBe(0);
    await kitButton(page, 'Undo').click();
    await kitButton(page, 'Share').click();
    const address = await page.locator('share-link').first().getAttribute('data-address');
    expect(address).toContain('.acdef-b.');
    expect(errors).toEqual([]);
  });

  it('after a click, a digit key scores the next criterion, and after a key, the focused one', async () => {
    const { page } = await open();
    await openScorecard(page, site);
    const scores = () =>
      page
        .locator('.criterion')
        .evaluateAll((all) =>
          all
            .slice(0, 2)
            .map((one) => one.querySelector<HTMLInputElement>('input:checked')?.value ?? '-'),
        );
    await page.locator('.criterion label').nth(2).click();
    await expect.poll(scores).toEqual(['3', '-']);
    await page.keyboard.press('4');
    await expect.poll(scores).toEqual(['3', '4']);
    await page.locator('.criterion input:checked').first().focus();
    await page.keyboard.press('5');
    await expect.poll(scores).toEqual(['5', '4']);
    // The next question is one key away, also while a score has the focus.
    await page.locator('.criterion label').nth(2).click();
    await page.keyboard.press('n');
    await page.locator('.ask li').nth(1).locator('[aria-current]').waitFor();
    await page.keyboard.press('p');
    await expect.poll(scores).toEqual(['3', '4']);
  });

  it('never writes the digits of the next scores into the note', async () => {
    const { page } = await open();
    await openScorecard(page, site);
    const [first, second] = threeQuestions;
    const keys = [
      ...Array<string>(first?.criteria.length ?? 0).fill('2'),
      // One digit too many changes nothing.
      '5',
      'n',
      ...Array<string>(second?.criteria.length ?? 0).fill('3'),
    ];
    for (const key of keys) await page.keyboard.press(key);
    await expect
      .poll(async () => (await onlyInterview(page)).candidates[0]?.answers)
      .toMatchObject([
        { note: '', scores: first?.criteria.map(() => 2) },
        { note: '', scores: second?.criteria.map(() => 3) },
      ]);
    expect(await page.locator(':focus').textContent()).toContain('Next question');
  });

  it('keeps the chosen questions, the length, and the names until the interview starts', async () => {
    const { page } = await open();
    await openKit(page, site);
    await page.locator('.choices input').nth(4).check();
    await page.getByLabel('Name of the interview').fill('Senior PM');
    await page.getByLabel('Minutes', { exact: true }).fill('25');
    await page.getByLabel('Candidate A').fill('Ana');
    await page.goto(site);
    await openKit(page, site);
    await page.locator('.start-bar').getByText('1 question', { exact: true }).waitFor();
    expect(await page.locator('.choices input').nth(4).isChecked()).toBe(true);
    expect(await page.getByLabel('Minutes', { exact: true }).inputValue()).toBe('25');
    await kitButton(page, 'Score candidate A').click();
    await page.locator('.tabs b', { hasText: 'Ana' }).waitFor();
    expect(await storedText(page, 'kit')).toBeNull();
  });

  itNightly('opens the form for renaming and goes back without changing anything', async () => {
    const { page } = await open();
    await openScorecard(page, site);
    await page.keyboard.press('4');
    await kitButton(page, 'Rename the interview').click();
    await page.getByLabel('Name of the interview').fill('Junior PM');
    await page.locator('kit-room').getByRole('link', { name: 'Cancel' }).click();
    await page.locator('.head h2', { hasText: 'Senior PM' }).waitFor();
  });

  it('shows “not assessed” as chosen, counts it as decided, and keeps it through a reload', async () => {
    const { page } = await open();
    await openScorecard(page, site);
    await page.keyboard.press('0');
    const first = page.locator('.criterion').first();
    const chosen = first.getByRole('radio', { name: 'Not assessed' });
    await page.locator('.ask [aria-current]', { hasText: '1 of' }).waitFor();
    await expect
      .poll(async () => (await onlyInterview(page)).candidates[0]?.answers)
      .toHaveLength(1);
    await page.reload();
    await page.locator('.scorecard').waitFor();
    expect(await chosen.isChecked()).toBe(true);
    const printed = page.locator('.sheets .circles');
    expect((await printed.first().textContent())?.trim()).toBe('Not assessed');
    expect(await printed.nth(1).locator('i').count()).toBe(5);
    expect(await page.locator('.criterion').nth(1).getAttribute('data-next')).toBe('');
    await kitButton(page, 'Lock scores').click();
    const name = await first.locator('legend').textContent();
    const question = page.locator('dialog.confirm');
    expect(await question.textContent()).toContain('Question 1 has no score for');
    expect(await question.textContent()).not.toContain(name);
  });

  itNightly(
    'continues with the unfinished candidate from home and from the list of interviews',
    async () => {
      const { page } = await open();
      await openScorecard(page, site);
      const { length = 0 } = threeQuestions[0]?.criteria ?? [];
      for (let count = length; count > 0; count -= 1) await page.keyboard.press('3');
      await kitButton(page, 'Lock scores').click();
      await kitButton(page, 'Lock scores').last().click();
      await kitButton(page, 'Next candidate').click();
      await page.locator('.dock b', { hasText: 'Candidate B' }).waitFor();
      for (let count = length; count > 0; count -= 1) await page.keyboard.press('4');
      await expect
        .poll(async () => (await onlyInterview(page)).candidates[1]?.answers[0]?.scores)
        .toHaveLength(length);
      const title = questionByCode.get(threeQuestions[1]?.code ?? '')?.title ?? '?';
      const expectSecond = async () => {
        await page.locator('.dock b', { hasText: 'Candidate B' }).waitFor();
        await page.locator('.question-head', { hasText: title }).waitFor();
      };
      await page.goto(site);
      await page.getByRole('link', { name: 'Continue scoring' }).click();
      await expectSecond();
      // The question stays open while it is scored.
      await page.keyboard.press('4');
      await expectSecond();
      await openKit(page, site);
      await page.locator('kit-room .rows a').click();
      await expectSecond();
    },
  );

  it('takes scores from two tabs at once', async () => {
    const { page } = await open();
    await openScorecard(page, site);
    await expect.poll(() => interviewsIn(page)).toHaveLength(1);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.scorecard').waitFor();
    await page.keyboard.press('5');
    await other.locator('.criterion').nth(1).getByRole('radio', { name: '2' }).check();
    for (const tab of [page, other]) {
      await tab.locator('.ask [aria-current]', { hasText: '2 of' }).waitFor();
    }
  });

  itNightly('keeps a timer running while a second tab opens and closes', async () => {
    const { page } = await open();
    await openScorecard(page, site);
    await page.keyboard.press('t');
    const pause = page.locator('.question-head').getByRole('button', { name: 'Pause' });
    await pause.waitFor();
    await expect.poll(async () => runningTimer(await onlyInterview(page))).toBeDefined();
    const other = await page.context().newPage();
    await openKit(other, site);
    await other.getByRole('heading', { name: 'Your interviews' }).waitFor();
    await other.locator('kit-room .rows a').click();
    await other.getByRole('link', { name: 'Compare', exact: true }).click();
    await other.locator('.grid').waitFor();
    await other.close({ runBeforeUnload: true });
    await page.waitForTimeout(500);
    await pause.waitFor();
    expect(runningTimer(await onlyInterview(page))).toBeDefined();
  });

  it('gets a colleague’s scores with the interview, hidden until their own are locked', async () => {
    const { page, errors } = await open();
    const interview = interviewOf({ labels: ['A', 'B'] });
    const link = scoresLink(interview, { rater: 'lead1', label: 'B', all: 2 });
    await openKit(page, site, link);
    await page.getByText('1 person has shared scores of candidate B with you.').waitFor();
    // Nothing is stored before the reader accepts.
    expect(await interviewsIn(page)).toEqual([]);
    await kitButton(page, 'Score candidate B').click();
    await page.getByText('Score first, so their scores don’t sway you.').waitFor();
    await page.keyboard.press('5');
    // After a score, Tab goes to the lowest score of the next criterion.
    for (const [key, value] of [
      ['Shift+Tab', '5'],
      ['Tab', '1'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator(':focus').inputValue()).toBe(value);
    }
    await kitButton(page, 'Lock scores').click();
    await kitButton(page, 'Lock scores').last().click();
    await page.getByText('You can now see the scores of 1 other person.').waitFor();
    await page.locator('kit-room').getByRole('link', { name: 'Compare scores' }).click();
    await page.getByText('You and rater 2 differ on 1 criterion: talk about it').waitFor();
    await openKit(page, site);
    await openKit(page, site, link);
    await page.getByText('You already have these scores.').waitFor();
    await openKit(page, site, linkOf());
    await page.getByRole('heading', { name: 'Mock interview' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('adds pasted scores of several candidates at once, and offers to compare them', async () => {
    const { page, errors } = await open();
    const interview = interviewOf({ labels: ['A', 'B'] });
    const link = (label: Label) =>
      `${site}kit/#${scoresLink(interview, { rater: 'maria', label, all: 2 })}`;
    await openScorecard(page, site);
    await paste(page, `${link('A')} ${link('B')}`);
    const notice = page.locator('.notice');
    await notice.getByText('Added scores of Rater 2 for candidates A and B.').waitFor();
    expect((await onlyInterview(page)).candidates.map(({ received }) => received.length)).toEqual([
      1, 1,
    ]);
    await notice.getByRole('button', { name: 'Compare scores' }).click();
    await page.getByText('Scores of candidates A and B are hidden until you lock yours.').waitFor();
    expect(errors).toEqual([]);
  });

  it('takes in a scorecard from an earlier version, with a code that was pasted into it', async () => {
    const codes = threeQuestions.map(({ code }) => code).join('');
    const old = `1.3.15.beginner.fhir.c29l0.5f2c9a01.${codes}`;
    const { page } = await open();
    const partner = raterCode(1, old);
    const card = {
      version: 1,
      link: old,
      candidate: 'Zoë',
      questions: threeQuestions.map(({ code, criteria }) => ({
        code,
        scores: criteria.map(() => 3),
        note: '',
        clock: { spent: 0, since: null },
      })),
      isLocked: true,
      partnerCode: partner.toLowerCase(),
    };
    await storeFirst(page, 'scorecard', JSON.stringify(card));
    await page.goto(`${site}mock/?as=interviewer#${old}`);
    await page.locator('kit-room[data-ready]').waitFor();
    expect(await page.getByLabel('Name of candidate A').inputValue()).toBe('Zoë');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByText(/You and rater 2 differ on \d+ criteria/).waitFor();
    const lines = page.locator('.talk .line');
    expect(await lines.first().getAttribute('aria-label')).toBe('You: 3, Rater 2: 1');
    expect(await storedText(page, 'scorecard')).toBeNull();
  });

  it('survives hostile links: no error, nothing stored, nothing run', async () => {
    const { page, errors } = await open();
    await openScorecard(page, site);
    await expect.poll(() => interviewsIn(page)).toHaveLength(1);
    const before = await onlyInterview(page);
    const good = fc.constantFrom(
      linkOfInterview(),
      scoresLink(interviewOf(), { rater: 'evil1', label: 'A', all: 1, notes: ['<b>x</b>'] }),
      linkOf(),
      `i=${before.id}/A/1`,
      'p=x',
      'set=1.222',
      'own=x.y',
    );
    const links = fc.sample(fc.oneof(mutated(good), nastyText), isFullSweep ? 500 : 100);
    const ran = await page.evaluate(async (all) => {
      for (const link of all) {
        location.hash = link;
        await new Promise((resolve) => setTimeout(resolve));
      }
      return document.querySelectorAll('kit-room :is(script, iframe, img, b > b)').length;
    }, links);
    expect(ran).toBe(0);
    expect(await interviewsIn(page)).toEqual([before]);
    expect(errors).toEqual([]);
  });
});

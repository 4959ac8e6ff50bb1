/** A simulated reader's progress, and steps on the progress page. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { questionDeck } from '../../src/domain/practice/decks.ts';
import { writeProgressFile } from '../../src/domain/progress/progress-file.ts';
import { noProgress } from '../../src/domain/progress/record-lists.ts';
import type {
  CardId,
  CardRecord,
  Progress,
  ReviewRecord,
  Score,
} from '../../src/domain/progress/records.ts';
import { dayLength } from '../../src/domain/review/days.ts';
import { newCard, reviewCard } from '../../src/domain/review/fsrs.ts';
import { gradeFromScores } from '../../src/domain/review/grade.ts';
import type { DeckEntry } from '../../src/domain/review/new-cards.ts';
import { buildQueue } from '../../src/domain/review/queue.ts';
import { studyData } from '../support/guide-data.ts';

/** The current time in tests: 10:00 in New York on Tuesday, November 24, 2026. */
export const now = Date.UTC(2026, 10, 24, 15);

/** Returns New York's UTC offset in minutes. Daylight saving time ends on November 1. */
export const offsetAt = (at: number): number => (at < Date.UTC(2026, 10, 1, 6) ? -240 : -300);

export const newYork = { timezoneId: 'America/New_York', locale: 'en-US' } as const;

export const inNewYork = { ...newYork, fixedTime: now } as const;

export const study = studyData('dist');

interface Habits {
  readonly deck: readonly DeckEntry[];
  /** How many days ago the reader practiced for the first time. */
  readonly days: number;
  /** Days without practice, as numbers of days before today. */
  readonly free?: readonly number[];
  readonly newPerDay?: number;
  readonly interviewOn?: string | null;
}

/**
 * Returns the cards and answers of a reader with these habits. The scores rise and fall in a fixed
 * pattern.
 */
function practiced(habits: Habits): Pick<Progress, 'cards' | 'reviews'> {
  const { deck, days, free = [], newPerDay = 5, interviewOn = null } = habits;
  const cards = new Map<CardId, CardRecord>();
  const reviews: ReviewRecord[] = [];
  const settings = { interviewOn, newPerDay, at: 0 };
  for (let ago = days; ago >= 1; ago -= 1) {
    if (free.includes(ago)) continue;
    let at = now - ago * dayLength;
    const input = { deck, cards: [...cards.values()], settings, now: at, offsetAt };
    for (const id of buildQueue({ ...input, startedToday: 0 }).ids) {
      at += 150_000;
      const before = cards.get(id) ?? null;
      const scores = id.startsWith('term:') ? [] : scoresAt(reviews.length);
      const grade = gradeFromScores(scores) ?? 'good';
      const done = reviewCard(before ?? newCard(id, at), grade, at, { interviewOn, offsetAt });
      if ('problem' in done) throw new Error(done.problem);
      cards.set(id, done.card);
      const seconds = 40 + ((reviews.length * 37) % 150);
      const name = `${at.toString(36)}-${id.replace(':', '-').slice(0, 20)}`;
      reviews.push({ id: name, card: id, at, grade, scores, seconds, before });
    }
  }
  return { cards: [...cards.values()], reviews };
}

function scoresAt(place: number): Score[] {
  const marks = [3, 4, 5, 2, 4, null, 1, 4] as const;
  return [0, 1, 2].map((criterion) => marks[(place + criterion * 3) % marks.length] ?? null);
}

/**
 * Returns the progress of a reader who has practiced for two weeks and has an interview in two
 * weeks. The last questions in the plan are new.
 */
export function realProgress(): Progress {
  const interviewOn = '2026-12-08';
  const part = (from: number, to: number) =>
    study.questions.slice(
      Math.round(from * study.questions.length),
      Math.round(to * study.questions.length),
    );
  const deck = questionDeck(part(0, 0.75), noProgress);
  const [first, second, third] = study.questions;
  const code = (question: typeof first): string => question?.code ?? '';
  return {
    ...noProgress,
    ...practiced({ deck, days: 14, free: [3, 4, 9], newPerDay: 3, interviewOn }),
    notes: [{ code: code(first), text: 'Say the number first.', at: now - dayLength }],
    bookmarks: [{ code: code(second), at: now - dayLength }],
    mocks: [
      {
        id: 'mock-0001',
        link: `1.2.15...1.test.${code(first)}${code(third)}`,
        at: now - 2 * dayLength,
        questions: [
          { code: code(first), scores: [4, 3, null], seconds: 200 },
          { code: code(third), scores: [2, 5, 4], seconds: 260 },
        ],
      },
    ],
    settings: [
      {
        id: 'settings',
        interviewOn,
        newPerDay: 3,
        minutesPerDay: 30,
        planCodes: part(0.25, 0.9).map(({ code }) => code),
        bell: true,
        at: now - 14 * dayLength,
      },
    ],
  };
}

export async function openProgress(page: Page, fragment = ''): Promise<Page> {
  await page.goto(`${inject('rootSite')}progress/${fragment}`);
  await page.locator('progress-room[data-ready]').waitFor();
  return page;
}

export async function openTab(page: Page, name: 'Scores' | 'History' | 'Data'): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

export async function openData(page: Page): Promise<Page> {
  await openProgress(page);
  await openTab(page, 'Data');
  return page;
}

export async function chooseFile(page: Page, text: string, name = 'progress.json'): Promise<void> {
  const buffer = Buffer.from(text);
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'application/json', buffer });
}

export async function fileFrom(
  page: Page,
  button: string,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

export async function importFile(page: Page, text: string, name?: string): Promise<string> {
  await openTab(page, 'Data');
  await chooseFile(page, text, name);
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });
  const notice = page.locator('#import-notice p');
  await confirm.or(notice).first().waitFor();
  // A reader without progress isn't asked for confirmation.
  if (await confirm.isVisible()) await confirm.click();
  await notice.waitFor();
  return (await notice.textContent()) ?? '';
}

export async function importProgress(page: Page, progress: Progress): Promise<void> {
  const text = await importFile(page, writeProgressFile(progress, now));
  expect(text).toMatch(/^Imported progress.json\./);
}

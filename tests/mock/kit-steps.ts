import type { Locator, Page } from 'playwright-core';
import { type Label, newInterview, scoredCandidate } from '../../src/domain/kit/interview.ts';
import { writeInterviewLink, writeScoresLink } from '../../src/domain/kit/kit-link.ts';
import { writeScoreCode } from '../../src/domain/kit/score-code.ts';
import type { InterviewRecord } from '../../src/domain/progress/records.ts';
import { study, threeQuestions } from './mock-steps.ts';

export const questionByCode = new Map(study.questions.map((question) => [question.code, question]));

export const criteriaOf = (code: string): number => questionByCode.get(code)?.criteria.length ?? 0;

/**
 * Returns an interview as a colleague would create it. By default, it has the guide's first three
 * questions.
 */
export function interviewOf({
  labels = ['A'],
  codes = threeQuestions.map(({ code }) => code),
}: {
  labels?: readonly Label[];
  codes?: readonly string[];
} = {}): InterviewRecord {
  const plan = { id: 'k3v8x2m9qa', rater: 'lead1', name: 'Senior PM', minutes: 40, codes, labels };
  return newInterview(plan, 1_800_000_000_000);
}

export function linkOfInterview(plan: Parameters<typeof interviewOf>[0] = {}): string {
  return writeInterviewLink(interviewOf(plan));
}

/**
 * Returns a link with a colleague's scores for a candidate. All criteria have the same score,
 * except that the first may differ.
 */
export function scoresLink(
  interview: InterviewRecord,
  {
    rater,
    label,
    all,
    first = all,
    notes,
  }: {
    rater: string;
    label: Label;
    all: number;
    first?: number;
    notes?: readonly string[];
  },
): string {
  const answers = interview.questions.map(({ code }, place) => ({
    code,
    scores: Array.from({ length: criteriaOf(code) }, (_, criterion) =>
      place === 0 && criterion === 0 ? first : all,
    ),
    seconds: 60,
  }));
  const code = writeScoreCode(scoredCandidate(interview, label), answers);
  return writeScoresLink(interview, { label, rater, code, notes }) ?? '';
}

export async function openKit(page: Page, site: string, fragment = ''): Promise<void> {
  await page.goto(`${site}kit/${fragment === '' ? '' : `#${fragment}`}`);
  await page.locator('kit-room[data-ready]').waitFor();
}

/** Returns a button of the kit or of its dialog. */
export function kitButton(page: Page, name: string | RegExp): Locator {
  return page.locator('kit-room, dialog.confirm').getByRole('button', { name });
}

export async function openScorecard(page: Page, site: string): Promise<void> {
  await openKit(page, site, linkOfInterview({ labels: ['A', 'B'] }));
  await page.getByRole('button', { name: 'Score candidate A' }).click();
  await page.locator('.scorecard').waitFor();
}

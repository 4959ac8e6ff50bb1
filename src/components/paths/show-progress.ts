import { now, offsetAt } from '../../browser/clock.ts';
import { ProgressModel } from '../../browser/progress-model.ts';
import { scoreText } from '../../domain/practice/score-bands.ts';
import {
  fullness,
  type LastAnswer,
  lastAnswersByQuestion,
  nextStop,
} from '../../domain/progress/answers-by-question.ts';
import { settingsOf } from '../../domain/progress/settings.ts';
import { dayNumber, dayOfMoment } from '../../domain/review/days.ts';
import { dueAsPlanned } from '../../domain/review/due-day.ts';
import { counted } from '../../lib/text.ts';
import { pulseMarkup } from '../band/pulse.ts';
import { dayText } from '../study/base/format.ts';

type Answers = ReadonlyMap<string, LastAnswer>;

export async function showProgress(page: HTMLElement): Promise<void> {
  const model = new ProgressModel();
  await model.read();
  model.store.close();
  const { progress } = model;
  const answers = lastAnswersByQuestion(progress);
  for (const row of page.querySelectorAll<HTMLElement>('[data-codes]')) showRow(row, answers);
  const stops = [...page.querySelectorAll<HTMLElement>('.stops > [data-code]')];
  if (stops.length === 0) return;
  const today = dayNumber(now(), offsetAt);
  const study = { settings: settingsOf(progress), now: now(), offsetAt };
  const due = progress.cards.filter(
    (card) => dayNumber(dueAsPlanned(card, study), offsetAt) <= today && card.state !== 'new',
  );
  showStops(stops, answers, new Set(due.map(({ id }) => id.replace('question:', ''))));
  showHead(stops, answers);
}

function showRow(row: HTMLElement, answers: Answers): void {
  const codes = row.dataset['codes']?.split(' ') ?? [];
  const full = codes.map((code) => fullness(answers.get(code)) === 1);
  row.querySelectorAll('circle').forEach((stop, index) => {
    stop.classList.toggle('full', full[index]);
    stop.classList.toggle('begun', answers.has(codes[index] ?? ''));
  });
  const count = codes.filter((code) => answers.has(code)).length;
  if (count === 0) return;
  const note = full.every(Boolean) ? 'Done' : `${count} of ${codes.length}`;
  row.querySelector('.count')?.replaceChildren(note);
}

function showStops(
  stops: readonly HTMLElement[],
  answers: Answers,
  due: ReadonlySet<string>,
): void {
  const next = nextStop(codesOf(stops), answers);
  for (const stop of stops) {
    const code = stop.dataset['code'] ?? '';
    const answer = answers.get(code);
    const share = fullness(answer);
    stop.dataset['state'] =
      code === next ? 'next' : share === 1 ? 'full' : answer === undefined ? 'later' : 'again';
    stop.querySelector('.filling')?.setAttribute('stroke-dasharray', `${share} 1`);
    if (answer === undefined) continue;
    const score = answer.score === null ? '' : scoreText(answer.score);
    stop.querySelector('.stop-figure')?.replaceChildren(score);
    stop.querySelector('[data-answered]')?.replaceChildren(answeredText(answer, due.has(code)));
  }
}

function answeredText({ at }: LastAnswer, isDue: boolean): string {
  const day = dayText(dayOfMoment(at, offsetAt));
  return isDue ? `Answered on ${day}. Due again today.` : `Answered on ${day}.`;
}

function showHead(stops: readonly HTMLElement[], answers: Answers): void {
  const head = document.querySelector<HTMLElement>('.path-head');
  const visited = codesOf(stops).flatMap((code) => answers.get(code) ?? []);
  if (head === null || visited.length === 0) return;
  const open = stops.length - visited.length;
  const minutes = Math.round((Number(head.dataset['minutes']) * open) / stops.length);
  head.querySelector('[data-figure]')?.replaceChildren(`${visited.length}`);
  const time = open === 0 ? 'all answered' : `${counted(minutes, 'minute')} left`;
  head.querySelector('[data-unit]')?.replaceChildren(`of ${stops.length} stops, ${time}`);
  const scores = visited.map(({ score }) => score);
  const pulse = head.querySelector<SVGSVGElement>('.pulse svg');
  if (pulse) pulse.innerHTML = pulseMarkup(scores, pulse.viewBox.baseVal.width).text;
  const words = scores.map((score) => (score === null ? 'no score' : scoreText(score)));
  pulse?.setAttribute('aria-label', `Scores so far: ${words.join(', ')}`);
}

function codesOf(stops: readonly HTMLElement[]): string[] {
  return stops.map(({ dataset }) => dataset['code'] ?? '');
}

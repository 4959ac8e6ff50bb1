import { html, nothing, svg } from 'lit-html';
import { offsetAt } from '../../../browser/clock.ts';
import { daysRange, planSize } from '../../../domain/plan/plan.ts';
import { meanScore } from '../../../domain/practice/answer-words.ts';
import {
  beatHeight,
  type CriterionScore,
  changeText,
  endingOf,
  quoteOf,
} from '../../../domain/practice/ending.ts';
import { makeQueue, planInput, queueInput, queueOf } from '../../../domain/practice/make-queue.ts';
import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import {
  currentCard,
  resumeSkipped,
  sessionProgress,
} from '../../../domain/practice/session-format.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  dailyMinutes,
  type Grade,
  type ReviewRecord,
  type Score,
} from '../../../domain/progress/records.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { type DayPlan, forecast } from '../../../domain/review/forecast.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted, dayText } from '../base/format.ts';
import { savePlan } from '../base/plan.ts';
import { levelTag } from '../base/question-link.ts';
import { forwardButton } from '../base/shortcuts.ts';
import { changeSettings } from '../base/study-context.ts';
import { nextReviewText } from './grade-card.ts';
import type { PracticeSession } from './practice-session.ts';
import { isOfTerms, type PracticePage } from './practice-starter.ts';

/** What the end of a session shows. It is computed from the reviews of the session's answers. */
interface End {
  readonly practice: PracticeSession;
  readonly host: PracticePage;
  readonly reviews: readonly ReviewRecord[];
  /** True if no answers were saved here before these. */
  readonly isFirst: boolean;
  readonly ending: ReturnType<typeof endingOf>;
}

function endOf(practice: PracticeSession, host: PracticePage): End {
  const { session, context } = practice;
  const ids = new Set(session.reviews.map(({ review }) => review));
  const all = context.model.progress.reviews;
  const saved = new Map(all.map((review) => [review.id, review]));
  const reviews = [...ids].flatMap((id) => saved.get(id) ?? practice.results.get(id)?.review ?? []);
  const earlier = all.filter(({ id }) => !ids.has(id));
  const typed = reviews.filter(({ id }) => typedAnswer(practice, id) !== '').map(({ id }) => id);
  const { now } = host.starter.moment;
  const ending = endingOf(reviews, earlier, { typed: new Set(typed), now, offsetAt });
  return { practice, host, reviews, isFirst: earlier.length === 0, ending };
}

function typedAnswer(practice: PracticeSession, review: string): string {
  return practice.answerOf(review)?.ladder.answer.trim() ?? '';
}

/**
 * Shows the panel: the mean, a beat for each answer as high as its score, and links to the answers.
 */
export function endingHead(practice: PracticeSession, host: PracticePage) {
  const end = endOf(practice, host);
  const { mean, change } = end.ending;
  const since = change === undefined ? coveredText(end) : changeText(change);
  return html`<div class="ending">
    <div class="sum">
      ${mean === null ? nothing : html`<p class="figure">${mean.toFixed(1)}</p>`}
      <div>
        <h2 id="done" tabindex="-1" data-focus-key="done">${titleOf(end)}</h2>
        ${since === '' ? nothing : html`<p class="since">${since}</p>`}
      </div>
    </div>
    ${beatsView(end)} ${isOfTerms(practice.session) ? nothing : answersView(end)}
  </div>`;
}

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function titleOf({ practice, reviews, isFirst, host }: End): string {
  if (isFirst && reviews.length === 1 && !isOfTerms(practice.session)) return 'First one done';
  const seconds = reviews.reduce((sum, review) => sum + review.seconds, 0);
  const time = counted(Math.max(1, Math.round(seconds / 60)), 'minute');
  const [number, ...noun] = counted(reviews.length, 'answer').split(' ');
  const amount = [numberWords[Number(number)] ?? number, ...noun].join(' ');
  const text = `${amount} in ${time}`;
  const isDay = practice.isOver && host.starter.isSame(practice.session, { kind: 'today' });
  return isDay ? `That’s today. ${text}` : text;
}

/** Says how many key points the session's only typed answer covers. */
function coveredText({ practice, reviews, host }: End): string {
  const [review] = reviews;
  const card = review && practice.answerOf(review.id);
  if (reviews.length !== 1 || card === undefined || card.ladder.answer.trim() === '') return '';
  const points = host.compare?.(card.question, card.ladder.answer) ?? [];
  const covered = points.filter(({ touch }) => touch === 'touched').length;
  return covered === 0 ? '' : `You covered ${covered} of ${counted(points.length, 'key point')}`;
}

/** Maximum number of beats for cards that are still to come. */
const maxToCome = 4;

const panel = { width: 1216, height: 160, base: 138, high: 126 } as const;

/**
 * Returns the number of beats for the remaining cards. After a single question, these are the cards
 * of a whole session.
 */
function beatsToCome({ practice, reviews }: End): number {
  const { left, skipped } = sessionProgress(practice.session);
  return reviews.length <= 1 ? maxToCome : Math.min(maxToCome, left + skipped);
}

function beatsView(end: End) {
  const { reviews } = end;
  const toCome = beatsToCome(end);
  const width = panel.width / Math.max(1, reviews.length + toCome);
  const beats = reviews.map((review) => beatPath(beatHeight(scoresOf(review)), width)).join('');
  const rest = beatPath(0.3, width).repeat(toCome);
  return html`<svg class="beats" viewBox="0 0 ${panel.width} ${panel.height}"
    preserveAspectRatio="none" aria-hidden="true">
    <path class="before" d="M-2000 ${panel.base}H0" />
    <path class="drawn" pathLength="1" d="M0 ${panel.base}${beats}" />
    ${toCome === 0 ? nothing : svg`<path class="to-come" d="M${reviews.length * width} ${panel.base}${rest}" />`}
    <path class="after" d="M${panel.width} ${panel.base}H3200" />
  </svg>`;
}

/** Terms have no scores, so a grade is drawn as high as the score that would give it. */
const scoreOfGrade: Readonly<Record<Grade, Score>> = { again: 1, hard: 3, good: 4, easy: 5 };

function scoresOf({ scores, grade }: ReviewRecord): readonly Score[] {
  return scores.length === 0 ? [scoreOfGrade[grade]] : scores;
}

/**
 * Draws a heartbeat.
 * @param share of the full height, from 0 to 1
 */
function beatPath(share: number, width: number): string {
  const height = share * panel.high;
  const r = height / 62;
  // If there are many beats, each is narrower than the drawing of one.
  const k = Math.min(1, width / 130);
  const side = (width - 104 * k) / 2;
  const n = (value: number): string => value.toFixed(1);
  return [
    `h${n(side)}q${n(7 * k)} ${n(-10 * r)} ${n(14 * k)} 0h${n(10 * k)}`,
    `l${n(5 * k)} ${n(7 * r)} ${n(7 * k)} ${n(-height - 7 * r)} ${n(8 * k)} ${n(height + 14 * r)}`,
    ` ${n(5 * k)} ${n(-14 * r)}h${n(12 * k)}q${n(10 * k)} ${n(-16 * r)} ${n(20 * k)} 0`,
    `h${n(side + 23 * k)}`,
  ].join('');
}

function answersView(end: End) {
  const { practice, reviews } = end;
  const { context, results } = practice;
  const beats = reviews.length + beatsToCome(end);
  return html`<ol class=${beats > 6 ? 'answers plain many' : 'answers plain'} .style="--beats:${beats}">
    ${reviews.map(({ id, card, scores }) => {
      const question = questionOf(practice, card);
      const after = results.get(id)?.after;
      const mean = meanScore(scores);
      if (question === undefined || mean === null) return nothing;
      return html`<li>
        <a href=${context.paths.question(question.slug)}>
          <span class="figure" data-mark=${markOf(mean)}>${mean.toFixed(1)}</span>
          <span>${question.label ?? question.title}</span>
        </a>
        ${after && html`<span class="note">${nextReviewText(after, context)}</span>`}
      </li>`;
    })}
  </ol>`;
}

function markOf(mean: number): string {
  return mean < 2.5 ? 'weak' : mean < 3.5 ? 'fair' : 'good';
}

function questionOf({ context }: PracticeSession, card: string): StudyQuestion | undefined {
  return context.questions.get(card.slice(card.indexOf(':') + 1));
}

/** Shows what to do next: one thing to fix, the next question or day, and the interview date. */
export function endingView(practice: PracticeSession, host: PracticePage) {
  const end = endOf(practice, host);
  return html`<div class="cards">${cardsOf(end)}</div>
    <div class="row more">
      ${leftView(end)}
      <button type="button" class="quiet" ?disabled=${!practice.canUndo}
        @click=${() => void practice.undo()}>
        Undo last score
      </button>
      <button type="button" class="quiet" @click=${() => host.end()}>Choose what to practice</button>
    </div>`;
}

function cardsOf(end: End) {
  const { practice, reviews, ending } = end;
  if (isOfTerms(practice.session)) return [termsView(end), planView(end)];
  const isAsked = practice.context.settings.interviewOn === null && !practice.isDateLater;
  const last = isAsked ? dateView(end) : planView(end);
  const next = reviews.length <= 1 ? nextOf(end) : undefined;
  // Only one button is filled: the next question after a single answer, otherwise the thing to fix.
  const isFixMain = next === undefined;
  const fix = ending.fix && fixView(end, ending.fix, isFixMain);
  if (next !== undefined) return [fix ?? bestView(end), nextView(end, next), last];
  return [bestView(end), fix ?? nothing, last];
}

function bestView({ practice, host, ending: { best } }: End) {
  const criterion = best && criterionOf(practice, best);
  if (best === undefined || criterion === undefined) return nothing;
  const { score, review } = best;
  const answer = typedAnswer(practice, review.id);
  const card = practice.answerOf(review.id);
  const ranges = (card && host.compare?.(card.question, answer)) ?? [];
  const quote = quoteOf(
    answer,
    ranges.flatMap((point) => point.ranges),
  );
  const own = html`<q>${quote}</q>`;
  const guide = score === 5 ? html`<p>${fiveText(criterion.five)}</p>` : nothing;
  return html`<section class="panel">
    <h3 data-mark=${markOf(score)}>${score >= 4 ? 'You nailed' : 'Your best'}</h3>
    <p class="name">${criterion.criterion}</p>
    ${quote === '' ? guide : own}
    <p class="note">${score} out of 5, in ${subjectOf(practice, best)}${quote === '' ? '' : ' Your words.'}</p>
  </section>`;
}

function criterionOf(practice: PracticeSession, { review, criterion }: CriterionScore) {
  return questionOf(practice, review.card)?.criteria[criterion];
}

/** Returns the question in quotation marks, with the period that ends the sentence. */
function subjectOf(practice: PracticeSession, { review }: CriterionScore): string {
  const question = questionOf(practice, review.card);
  return `“${question?.label ?? question?.title.replace(/[.?]$/, '') ?? ''}.”`;
}

/**
 * Returns a sentence such as "A 5 watches the work itself." With few exceptions, rubrics begin with
 * a verb.
 */
function fiveText(five: string): string {
  return /^[A-Z][a-z]*s /.test(five)
    ? `A 5 ${five.charAt(0).toLowerCase()}${five.slice(1)}`
    : `A 5: ${five}`;
}

function fixView({ practice }: End, fix: CriterionScore, isMain: boolean) {
  const criterion = criterionOf(practice, fix);
  if (criterion === undefined) return nothing;
  const again = () => practice.tryAgain(fix);
  const label = 'Try again, 60 seconds';
  return html`<section class=${isMain ? 'panel main-card' : 'panel'}>
    <h3 data-mark=${markOf(fix.score)}>Fix this</h3>
    <p class="name">${criterion.criterion}</p>
    <p>${fiveText(criterion.five)}</p>
    <p class="note">
      ${retryText(practice) ?? `${fix.score} out of 5, in ${subjectOf(practice, fix)} One sentence is enough.`}
    </p>
    <p class="act">
      ${isMain ? forwardButton(label, again) : html`<button type="button" @click=${again}>${label}</button>`}
    </p>
  </section>`;
}

/** Says how the last retry went. Returns undefined if no retry was scored. */
function retryText({ retry }: PracticeSession): string | undefined {
  const [score] = retry?.card.ladder.step === 'scored' ? retry.card.ladder.scores : [];
  if (retry === undefined || score == null) return undefined;
  if (score > retry.before) return `From ${retry.before} to ${score}. Say it that way next time.`;
  return `${score} out of 5 this time. Read what a 5 says out loud, then try again.`;
}

interface Next {
  readonly question: StudyQuestion;
  readonly go: () => void;
}

/** Returns the next question: of this session if it has one, else of today, else a new one. */
function nextOf({ practice, host }: End): Next | undefined {
  const current = currentCard(practice.session);
  const waiting = current === undefined ? undefined : questionOf(practice, current);
  if (waiting !== undefined) return { question: waiting, go: () => practice.resume() };
  const { starter } = host;
  const done = new Set(practice.session.queue.map(({ card }) => card));
  for (const choice of [{ kind: 'today' }, { kind: 'new' }] satisfies PracticeChoice[]) {
    const queue = makeQueue(choice, starter.questions, practice.context.data, starter.moment);
    const card = queue.find((id) => !done.has(id));
    const question = card === undefined ? undefined : questionOf(practice, card);
    if (question !== undefined) return { question, go: () => host.begin(choice) };
  }
  return undefined;
}

function nextView({ practice }: End, { question, go }: Next) {
  const { left: waiting, skipped } = sessionProgress(practice.session);
  const left = waiting + skipped;
  const later =
    left > 0 && !practice.isOver
      ? html`<p class="note">${counted(left, 'question')} left in this session.</p>`
      : nothing;
  return html`<section class="panel main-card">
    <h3>Next question</h3>
    <p class="name">${question.title}</p>
    <p class="note">${levelTag(question.level, 'chip')} ${clockText(question.minutes * 60)} out loud</p>
    ${later}
    <p class="act">${forwardButton('Next question', go)}</p>
  </section>`;
}

/** Shows the next day with something to do. */
function planView({ practice, host }: End) {
  const { context } = practice;
  const deck = host.starter.deckOf(practice.session);
  const { days } = forecast(planInput(deck, host.starter.moment));
  const next = days.slice(1).find(({ due, new: fresh }) => due + fresh > 0);
  const kind = isOfTerms(practice.session) ? 'term' : 'question';
  return html`<section class="panel">
    <h3>Next</h3>
    ${next === undefined ? html`<p>Nothing is due in the coming days.</p>` : dayView(next, days, kind)}
    <p class="act links">
      <button type="button" class="link" @click=${() => void savePlan(context, kind, days)}>
        Add to calendar
      </button>
      <a href=${context.paths.progress}>See your plan</a>
    </p>
  </section>`;
}

function dayView(next: DayPlan, days: readonly DayPlan[], kind: 'term' | 'question') {
  const { due, new: fresh, minutes, day } = next;
  const when = days[1] === next ? 'tomorrow,' : 'on';
  const parts = [
    fresh > 0 ? counted(fresh, `new ${kind}`) : [],
    due > 0 ? counted(due, 'review') : [],
  ].flat();
  return html`<p class="day">
      <span class="figure">${Math.max(1, minutes)}</span>
      <span class="note">${minutes <= 1 ? 'minute' : 'minutes'} ${when}<br />${dayText(day)}</span>
    </p>
    <p>${new Intl.ListFormat('en-US').format(parts)}.</p>`;
}

/** Asks for the interview date, and shows how many questions fit before it. */
function dateView({ practice, host }: End) {
  const { context } = practice;
  const { days, minutes } = practice.pace;
  const { offered } = dailyMinutes;
  const { starter } = host;
  const today = dayNumber(starter.moment.now, offsetAt);
  const interviewOn = dayName(today + days);
  const input = queueInput(starter.questions, starter.moment);
  const settings = { ...input.settings, interviewOn, minutesPerDay: minutes };
  const fitting = planSize({ ...input, settings }).count;
  const change = (name: 'days' | 'minutes') => (event: Event) => {
    practice.pace = {
      ...practice.pace,
      [name]: (event.target as HTMLInputElement).valueAsNumber,
    };
    host.update();
  };
  // The questions are in the order for the reader's role.
  const first = starter.questions.slice(0, fitting);
  const codes = first.map(({ id }) => id.slice(id.indexOf(':') + 1));
  const planCodes = context.settings.role === undefined ? undefined : codes;
  const save = () =>
    void changeSettings(context, { interviewOn, minutesPerDay: minutes, planCodes });
  const later = () => {
    practice.isDateLater = true;
    host.update();
  };
  return html`<section class="panel date">
    <h3 id="when">When is your interview?</h3>
    <p class="day">
      <span class="figure">${days}</span>
      <span class="note">${days === 1 ? 'day' : 'days'},<br />${dayText(interviewOn)}</span>
    </p>
    <input type="range" min=${daysRange.min} max=${daysRange.max} .value=${String(days)} @input=${change('days')}
      aria-label="Days until your interview"
      aria-valuetext="${counted(days, 'day')}, ${dayText(interviewOn)}" />
    <label class="note">
      ${minutes} minutes per day
      <input type="range" min=${offered.min} max=${offered.max} step=${offered.step}
        .value=${String(minutes)} @input=${change('minutes')} aria-valuetext="${minutes} minutes per day" />
    </label>
    <p>That’s enough for ${counted(fitting, 'question')}.</p>
    <p class="act links">
      <button type="button" @click=${save}>Set interview date</button>
      <button type="button" class="quiet" @click=${later}>Not now</button>
    </p>
  </section>`;
}

/** Offers the flashcards that are due again today. */
function termsView({ practice, host, reviews }: End) {
  const { starter } = host;
  const { due } = queueOf({ kind: 'due' }, starter.deckOf(practice.session), starter.moment).counts;
  const known = reviews.filter(({ grade }) => grade !== 'again').length;
  const again = () => host.begin({ kind: 'terms', of: { kind: 'due' } });
  return html`<section class="panel main-card">
    <h3>Your terms</h3>
    <p class="name">You knew ${known} of ${counted(reviews.length, 'term')}</p>
    <p class="act">
      ${due > 0 ? forwardButton(`Review ${counted(due, 'term')} again`, again) : 'Nothing more is due now.'}
    </p>
  </section>`;
}

/** Offers the session's remaining cards, and reviews that are due today. */
function leftView({ practice, host, reviews }: End) {
  const { session } = practice;
  const { left, skipped } = sessionProgress(session);
  const unit = isOfTerms(session) ? 'term' : 'question';
  if (!practice.isOver) {
    if (reviews.length <= 1 && unit === 'question') return nothing;
    return html`<button type="button" @click=${() => practice.resume()}>
      Continue: ${left + skipped} left
    </button>`;
  }
  if (skipped > 0) {
    const label =
      skipped === 1 ? `Answer the skipped ${unit}` : `Answer ${skipped} skipped ${unit}s`;
    return html`<button type="button" @click=${() => practice.go(resumeSkipped)}>${label}</button>`;
  }
  const { starter } = host;
  const { due } = queueOf({ kind: 'due' }, starter.questions, starter.moment).counts;
  if (due === 0 || unit === 'term') return nothing;
  return html`<button type="button" @click=${() => host.begin({ kind: 'due' })}>
    ${due === 1 ? 'Review the one due today' : `Review the ${due} due today`}
  </button>`;
}

import '../../copy-text/copy-text-element.ts';
import { html, nothing } from 'lit-html';
import {
  type CriterionScore,
  endingOf,
  quoteOf,
  scoreBefore,
} from '../../../domain/practice/ending.ts';
import { planInput, queueOf } from '../../../domain/practice/make-queue.ts';
import { nextStep } from '../../../domain/practice/next-step.ts';
import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import { meanScore, scoreBands } from '../../../domain/practice/score-bands.ts';
import { currentCard, sessionProgress } from '../../../domain/practice/session-format.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { answersByQuestion } from '../../../domain/progress/answers-by-question.ts';
import type { CardId, Grade, ReviewRecord } from '../../../domain/progress/records.ts';
import { type DayPlan, forecast } from '../../../domain/review/forecast.ts';
import { practiceMessage } from '../../../domain/study-set/practice-code.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { pulsePath } from '../../band/pulse.ts';
import { answersText, counted, dayText } from '../base/format.ts';
import { backToSet, levelTag } from '../base/question-link.ts';
import { savePlan } from '../base/save-plan-calendar.ts';
import { forwardButton } from '../base/shortcuts.ts';
import type { PracticeSession } from './practice-session.ts';
import { isOfTerms, type PracticePage } from './practice-starter.ts';
import { box, pulseLine } from './pulse-line.ts';

interface End {
  readonly practice: PracticeSession;
  readonly host: PracticePage;
  readonly reviews: readonly ReviewRecord[];
  /** The number of cards in the session that haven't been answered. */
  readonly left: number;
  readonly kind: 'term' | 'question';
  /** The answers that had been saved on this device before this session. */
  readonly earlier: readonly ReviewRecord[];
  readonly ending: ReturnType<typeof endingOf>;
}

function endOf(practice: PracticeSession, host: PracticePage): End {
  const { session, context } = practice;
  const ids = new Set(session.reviews.map(({ review }) => review));
  const all = context.model.progress.reviews;
  const saved = new Map(all.map((review) => [review.id, review]));
  const reviews = [...ids].flatMap((id) => saved.get(id) ?? practice.results.get(id)?.review ?? []);
  const earlier = all.filter(({ id }) => !ids.has(id));
  const typed = reviews
    .filter(({ card }) => typedAnswer(practice, card) !== '')
    .map(({ id }) => id);
  return {
    practice,
    host,
    reviews,
    left: sessionProgress(session).left,
    kind: isOfTerms(session) ? 'term' : 'question',
    earlier,
    ending: endingOf(reviews, earlier, new Set(typed)),
  };
}

function typedAnswer(practice: PracticeSession, card: CardId): string {
  return practice.answerTo(card)?.ladder.answer.trim() ?? '';
}

/**
 * Shows the mean, a beat for each answer, and links to the questions. Each beat is as high as its
 * answer's score.
 */
export function endingHead(practice: PracticeSession, host: PracticePage) {
  const end = endOf(practice, host);
  const { mean, change } = end.ending;
  return html`<div class="ending">
    <div class="sum">
      ${mean === null ? nothing : html`<p class="numeral">${mean.toFixed(1)}</p>`}
      <div>
        <h2 id="done" tabindex="-1" data-focus-key="done">${titleOf(end)}</h2>
        ${change && html`<p class="since">${change}</p>`}
      </div>
    </div>
    ${beatsView(end)} ${end.kind === 'term' ? nothing : answersView(end)}
  </div>`;
}

function titleOf({ practice, reviews, earlier, host, kind }: End): string {
  if (earlier.length === 0 && reviews.length === 1 && kind === 'question') return 'First one done';
  const seconds = reviews.reduce((sum, review) => sum + review.seconds, 0);
  const text = answersText(reviews.length, seconds);
  const isDay = practice.isOver && host.starter.isSame(practice.session, { kind: 'today' });
  return isDay ? `Done for today. ${text}` : text;
}

/** Terms have no scores, so a grade is drawn as high as the score that would lead to it. */
const scoreOfGrade: Readonly<Record<Grade, number>> = { again: 1, hard: 3, good: 4, easy: 5 };

function beatsView({ reviews }: End) {
  const scores = reviews.map(({ scores, grade }) => meanScore(scores) ?? scoreOfGrade[grade]);
  // The line enters at the left edge of the window and leaves at the right edge.
  const beats = pulsePath(scores, box.width / Math.max(1, scores.length), '-2000 40H0');
  return pulseLine({ path: `${beats}H3200`, at: 1 });
}

function answersView({ practice, reviews, earlier }: End) {
  return html`<ol class="answers plain">
    ${reviews.map(({ card, scores }) => {
      const question = practice.questionOf(card);
      const mean = meanScore(scores);
      if (question === undefined || mean === null) return nothing;
      const before = scoreBefore(card, earlier);
      const score = `${before === undefined ? '' : `${before.toFixed(1)} → `}${mean.toFixed(1)}`;
      return html`<li>
        <a href=${practice.context.paths.question(question.slug)}>
          <span class="numeral">${dotOf(mean)} ${score}</span>
          ${question.label ?? question.title}
        </a>
      </li>`;
    })}
  </ol>`;
}

function dotOf(mean: number) {
  return html`<i class="dot ${mean < scoreBands.fair ? 'weak' : mean < scoreBands.good ? 'fair' : ''}"></i>`;
}

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
  const { practice, reviews, ending, kind } = end;
  const set = end.host.starter.setOf(practice.session);
  const next = kind === 'question' && reviews.length <= 1 ? nextOf(end) : undefined;
  const isSetMain = next === undefined && (reviews.length > 1 || practice.isOver);
  const last = set === undefined ? planView(end) : setView(end, set, isSetMain);
  if (kind === 'term') return [termsView(end), last];
  // Only one button is filled: after a single answer, “Next question”, and otherwise the one on the
  // set's card. Without a set, it is the one that offers a second try.
  const isFixMain = next === undefined && set === undefined;
  const fix = ending.fix && fixView(practice, ending.fix, isFixMain);
  if (next !== undefined) return [fix ?? bestView(end), nextView(end, next), last];
  return [bestView(end), fix ?? nothing, last];
}

function bestView({ practice, host, ending: { best } }: End) {
  const criterion = best && criterionOf(practice, best);
  if (best === undefined || criterion === undefined) return nothing;
  const { score, review } = best;
  const answer = typedAnswer(practice, review.card);
  const card = practice.answerTo(review.card);
  const points = [`${criterion.criterion}. ${criterion.five}`];
  const compared = (card && host.compare?.({ points }, answer)) ?? [];
  const quote = quoteOf(
    answer,
    compared.flatMap(({ ranges }) => ranges),
  );
  return html`<section class="panel stack">
    <h3>${dotOf(score)} ${score >= 4 ? 'You nailed' : 'Your best'}</h3>
    <p class="name">${criterion.criterion}</p>
    ${quote === '' ? nothing : html`<q>${quote}</q>`}
    <p class="note">${score} out of 5, in ${subjectOf(practice, best)}${quote === '' ? '' : ' Your words.'}</p>
  </section>`;
}

function criterionOf(practice: PracticeSession, { review, criterion }: CriterionScore) {
  return practice.questionOf(review.card)?.criteria[criterion];
}

/** Returns the question's name in quotation marks, with the period that ends the sentence. */
function subjectOf(practice: PracticeSession, { review }: CriterionScore): string {
  const question = practice.questionOf(review.card);
  return `“${question?.label ?? question?.title.replace(/[.?]$/, '') ?? ''}.”`;
}

function fixView(practice: PracticeSession, fix: CriterionScore, isMain: boolean) {
  const criterion = criterionOf(practice, fix);
  if (criterion === undefined) return nothing;
  const again = () => practice.tryAgain(fix);
  const label = 'Try again, 60 seconds';
  const once = `${fix.score} out of 5, in ${subjectOf(practice, fix)} One sentence is enough.`;
  return html`<section class="panel stack ${isMain ? 'main-card' : ''}">
    <h3>${dotOf(fix.score)} Fix this</h3>
    <p class="name">${criterion.criterion}</p>
    <p>A 5: ${criterion.five}</p>
    <p class="note">${retryText(practice) ?? once}</p>
    <p class="act">
      ${isMain ? forwardButton(label, again) : html`<button type="button" @click=${again}>${label}</button>`}
    </p>
  </section>`;
}

/** Says how the last retry went. Returns undefined if no retry has been scored. */
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

/**
 * Returns the next question from this session, from today's plan, or from the new questions, in
 * that order of preference.
 */
function nextOf({ practice, host }: Pick<End, 'practice' | 'host'>): Next | undefined {
  const waiting = practice.questionOf(currentCard(practice.session));
  if (waiting !== undefined) return { question: waiting, go: () => practice.resume() };
  const done = new Set(practice.session.queue.map(({ card }) => card));
  for (const choice of [{ kind: 'today' }, { kind: 'new' }] satisfies PracticeChoice[]) {
    const cards = host.starter.queueOf(choice);
    const question = practice.questionOf(cards.find((card) => !done.has(card)));
    if (question !== undefined) return { question, go: () => host.begin(choice) };
  }
  return undefined;
}

function nextView({ practice, left }: End, { question, go }: Next) {
  const later = html`<p class="note">${counted(left, 'question')} left in this session.</p>`;
  return html`<section class="panel stack main-card">
    <h3>Next question</h3>
    <p class="name">${question.title}</p>
    <p class="note">${levelTag(question.level, 'chip')} ${clockText(question.minutes * 60)} out loud. The clock starts right away.</p>
    ${practice.isOver ? nothing : later}
    <p class="act">${forwardButton('Next question', go)}</p>
  </section>`;
}

/** Shows the next day with anything planned. If there is no interview date, asks for one. */
function planView({ practice, host, kind }: End) {
  const { context } = practice;
  const isDateSet = context.settings.interviewOn !== null;
  const deck = host.starter.deckOf(practice.session);
  const { days } = forecast(planInput(deck, host.starter.moment));
  const next = days.slice(1).find(({ due, new: fresh }) => due + fresh > 0);
  return html`<section class="panel stack">
    <h3>Next</h3>
    ${next === undefined ? html`<p>Nothing is due in the coming days.</p>` : dayView(next, days, kind)}
    ${isDateSet ? nothing : html`<p>When is your interview? With a date, you get a plan until then.</p>`}
    <p class="act row">
      <button type="button" @click=${() => void savePlan(context, kind, days)}>
        Add to calendar
      </button>
      <a class="button" href="${context.paths.progress}${isDateSet ? '' : '#plan'}">
        ${isDateSet ? 'See your plan' : 'Set interview date'}
      </a>
    </p>
  </section>`;
}

/**
 * Offers the reader's code for the group's chat or, if the reader is unknown, asks who they are.
 * Also links back to the set.
 */
function setView({ practice, host }: End, set: SetLink, isMain: boolean) {
  const { model } = practice.context;
  const { sets } = host.starter;
  const { people = [] } = set;
  const { me } = sets.saved;
  const answers = answersByQuestion(model.progress.reviews);
  const practiced = set.all.map((code) => set.codes.includes(code) && answers.has(code));
  const introduce = (initials: string) => {
    sets.changeSaved((saved) => ({ ...saved, me: initials }));
    host.update();
  };
  const who = html`<p>Who are you? Your code tells the group what you’ve practiced.</p>
    <div class="row" role="group" aria-label="Who are you?">
      ${people.map(
        (
          person,
        ) => html`<button type="button" aria-label="I’m ${person}" @click=${() => introduce(person)}>
          ${person}
        </button>`,
      )}
    </div>`;
  const message = me === undefined ? '' : practiceMessage(me, practiced);
  const copy = html`<copy-text data-text=${message} data-label="Copy my code" ?data-primary=${isMain}></copy-text>`;
  return html`<section class="panel stack ${isMain ? 'main-card' : ''}">
    <h3>Your question set</h3>
    <p class="day">
      <span class="numeral">${practiced.filter(Boolean).length}</span>
      <span class="note">of ${counted(set.codes.length, 'question')}<br />practiced</span>
    </p>
    ${me === undefined ? (people.length === 0 ? nothing : who) : html`<p>For your chat: “${message}”</p>`}
    <div class="act stack">
      ${me === undefined ? nothing : copy}
      ${backToSet(set, practice.context, isMain && me === undefined ? 'primary' : '')}
    </div>
  </section>`;
}

function dayView(next: DayPlan, days: readonly DayPlan[], kind: End['kind']) {
  const { due, new: fresh, minutes, day } = next;
  const when = days[1] === next ? 'tomorrow,' : 'on';
  const parts = [
    fresh > 0 ? counted(fresh, `new ${kind}`) : [],
    due > 0 ? counted(due, 'review') : [],
  ].flat();
  return html`<p class="day">
      <span class="numeral">${Math.max(1, minutes)}</span>
      <span class="note">${minutes <= 1 ? 'minute' : 'minutes'} with scoring<br />${when} ${dayText(day)}</span>
    </p>
    <p>${new Intl.ListFormat('en-US').format(parts)}.</p>`;
}

function termsView({ practice, host, reviews }: End) {
  const { starter } = host;
  const { due } = queueOf({ kind: 'due' }, starter.deckOf(practice.session), starter.moment).counts;
  const known = reviews.filter(({ grade }) => grade !== 'again').length;
  const again = () => host.begin({ kind: 'terms', of: { kind: 'due' } });
  return html`<section class="panel stack main-card">
    <h3>Your terms</h3>
    <p class="name">You knew ${known} of ${counted(reviews.length, 'term')}</p>
    <p class="act">
      ${due > 0 ? forwardButton(`Review ${counted(due, 'term')} again`, again) : 'Nothing more is due now.'}
    </p>
  </section>`;
}

function leftView({ practice, host, reviews, left, kind }: End) {
  const button = (label: string, go: () => void) =>
    html`<button type="button" @click=${go}>${label}</button>`;
  if (!practice.isOver) {
    // After a single answer, there is already a card with the next question.
    if (reviews.length <= 1 && kind === 'question') return nothing;
    return button(`Continue: ${left} left`, () => practice.resume());
  }
  const next = kind === 'term' ? undefined : nextStep(host.starter.questions, host.starter.moment);
  if (next === undefined || (nextOf({ practice, host }) !== undefined && reviews.length <= 1))
    return nothing;
  return button(next.label, () => host.begin(next.choice));
}

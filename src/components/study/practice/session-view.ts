import { html, nothing } from 'lit-html';
import { canReadAloud, readAloud } from '../../../browser/read-aloud.ts';
import { notAssessed } from '../../../domain/mock/scored-question.ts';
import {
  answerWords,
  gradeWords,
  meanScore,
  scoreText,
} from '../../../domain/practice/answer-words.ts';
import { maxAnswerLength } from '../../../domain/practice/ladder.ts';
import { queueOf } from '../../../domain/practice/make-queue.ts';
import {
  currentCard,
  goBack,
  goNext,
  resumeSkipped,
  sessionProgress,
} from '../../../domain/practice/session-format.ts';
import type { Grade, ReviewRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted, typedIn } from '../base/format.ts';
import { levelTag, questionLink } from '../base/question-link.ts';
import { forwardButton, shortcutsTitle } from '../base/shortcuts.ts';
import { nextReviewText, previewGrade } from './grade-card.ts';
import { lastAnswer, type PracticeSession } from './practice-session.ts';
import { isOfTerms, type PracticePage } from './practice-starter.ts';
import { QuestionCard, TermCard } from './question-card.ts';
import { sampleView, scoreAnswer, scoreView } from './score-view.ts';

export function sessionView(practice: PracticeSession, host: PracticePage) {
  const { current } = practice;
  return html`<div class="stage ink">
      ${lineView(practice, host)} ${isAsked(current) ? askedView(current, practice) : nothing}
    </div>
    <div class="below">
      <div role="status" class="message">
        ${practice.message === '' ? nothing : messageView(practice)}
      </div>
      ${practice.isStored ? nothing : html`<p class="warning">${notStored}</p>`}
      ${cardView(practice, host)}
    </div>`;
}

function isAsked(card: PracticeSession['current']): card is QuestionCard {
  return card instanceof QuestionCard && card.ladder.step === 'answering';
}

function cardView(practice: PracticeSession, host: PracticePage) {
  const { current, sample, session } = practice;
  if (sample !== undefined) return sampleView(sample, practice);
  if (isAsked(current)) return answeringView(current, practice);
  if (current instanceof QuestionCard) return scoreView(current, practice, host);
  if (current instanceof TermCard) return flashcardView(current, practice);
  return currentCard(session) === undefined ? doneView(practice, host) : pastView(practice);
}

const notStored =
  'This browser can’t save your session. Keep this page open until you finish. We’ll save your scores if there’s room.';

function messageView(practice: PracticeSession) {
  const undo = () => void practice.undo();
  const button = html`<button type="button" class="link" @click=${undo}>Undo</button>`;
  return html`<p class="good" data-message>
    ${practice.message} ${practice.message.startsWith(lastAnswer) ? button : nothing}
  </p>`;
}

function lineView(practice: PracticeSession, host: PracticePage) {
  const { session, current, context } = practice;
  const { total, reviewed, number } = sessionProgress(session);
  const question = current instanceof QuestionCard ? current.question : undefined;
  const page = question && context.paths.question(question.slug);
  return html`<div class="line">
    ${question && levelTag(question.level, 'chip')}
    <span class="bar" aria-hidden="true"
      ><span .style="width:${(100 * reviewed) / Math.max(1, total)}%"></span
    ></span>
    <span class="note">${Math.min(total, number ?? total)} of ${total}</span>
    <details class="menu" @click=${closeMenu} @keydown=${closeOnEscape}>
      <summary aria-label="Session menu">⋯</summary>
      <div>
        <strong>${session.name}</strong>
        <button type="button" ?disabled=${session.place === 0} @click=${() => practice.go(goBack)}>
          Previous
        </button>
        <button type="button" ?disabled=${current === undefined} @click=${() => practice.skip()}>
          Skip for now
        </button>
        <button type="button" ?disabled=${!practice.canUndo} @click=${() => void practice.undo()}>
          Undo last score
        </button>
        ${page && html`<a class="button" target="_blank" href=${page}>Open question page</a>`}
        <button type="button" class="keys" @click=${() => host.showShortcuts()}>
          ${shortcutsTitle}
        </button>
        <button type="button" @click=${() => host.end()}>End session</button>
      </div>
    </details>
  </div>`;
}

function closeMenu({ target, currentTarget }: Event): void {
  if ((target as Element).closest('button, a')) (currentTarget as HTMLDetailsElement).open = false;
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  const menu = currentTarget as HTMLDetailsElement;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

function askedView(card: QuestionCard, practice: PracticeSession) {
  const { question, ladder, seconds } = card;
  const isRunning = ladder.clock.since !== null;
  const turn = () => practice.act({ type: isRunning ? 'pause' : 'resume' });
  const read = html`<button type="button" class="quiet" @click=${() => readAloud(question.title)}>
    Read aloud
  </button>`;
  return html`<div class="asked">
      <h2 tabindex="-1" data-focus-key="${practice.session.place} question">${question.title}</h2>
      <p class="time">
        <span role="timer" aria-label="Time spent" data-clock>${clockText(seconds)}</span>
        <span class="note">of ${clockText(question.minutes * 60)}</span>
        <button type="button" class="quiet" @click=${turn}>
          ${isRunning ? 'Pause' : 'Resume'}
        </button>
        ${canReadAloud() ? read : nothing}
      </p>
    </div>
    ${pulseView(seconds / (question.minutes * 60))}`;
}

const pulse =
  'M0 56h14q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h119q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0H1152';

/** The time as a line that lights up. @param share of the time for the answer, from 0 */
function pulseView(share: number) {
  const end = Math.round(1152 * Math.min(1, share));
  return html`<svg class="pulse" viewBox="0 0 1152 88" preserveAspectRatio="none" aria-hidden="true">
    <clipPath id="spent"><rect x="-20" y="-40" width=${end + 20} height="180" /></clipPath>
    <path d=${pulse} />
    <path class="live" clip-path="url(#spent)" d=${pulse} />
    <path class="live" d="M${end} 0V88" />
  </svg>`;
}

function answeringView(card: QuestionCard, practice: PracticeSession) {
  const { isRecording, recordingProblem } = card;
  const type = (event: Event) => {
    if (card.ladder.way === 'spoken') practice.act({ type: 'answer', way: 'typed' });
    practice.act({ type: 'type', text: typedIn(event) });
  };
  const lead = isRecording
    ? 'Recording. Say your answer out loud.'
    : 'Say your answer out loud, as if someone were sitting across the table.';
  const record = html`<button type="button" @click=${() => void card.record()}>Record</button>`;
  const download = html`<p class="note">
    Your recording isn’t saved. You can download it on the next screen.
  </p>`;
  return html`<div class="answering stack">
    <p class="lead">${lead}</p>
    <label class="field" for="answer">Your answer in keywords (optional)</label>
    <textarea id="answer" rows="6" maxlength=${maxAnswerLength}
      placeholder="These notes will help you score yourself." .value=${card.ladder.answer} @input=${type}></textarea>
    <div class="row">
      ${forwardButton(scoreAnswer, () => practice.act({ type: 'next' }))}
      ${isRecording ? nothing : record}
      <button type="button" class="quiet" @click=${() => practice.skip()}>Skip question</button>
      ${practice.isStored ? html`<span class="note push">Saved in this browser</span>` : nothing}
    </div>
    <div role="alert">
      ${recordingProblem && html`<p class="warning">${recordingProblem}</p>`}
    </div>
    ${isRecording ? download : nothing}
  </div>`;
}

export const gradeOfKey: ReadonlyMap<string, Grade> = new Map([
  ['1', 'again'],
  ['2', 'hard'],
  ['3', 'good'],
  ['4', 'easy'],
]);

function flashcardView(card: TermCard, practice: PracticeSession) {
  const { front, back, direction } = card.flashcard;
  const { place } = practice.session;
  const asksMeaning = direction === 'term-first';
  const look = asksMeaning ? '' : 'definition';
  const gradeButton = ([key, grade]: readonly [string, Grade]) => {
    const when = previewGrade(practice.context, card.flashcard.card, grade) ?? '';
    return html`<button type="button" @click=${() => void practice.gradeTerm(grade)}>
      <b>${gradeWords[grade]} <kbd>${key}</kbd></b>
      <span>${when.replace(/^Next review: |\.$/g, '')}</span>
    </button>`;
  };
  const turned = () => html`<div class="back stack">
      <h3 class="sr-only" tabindex="-1" data-focus-key="${place} back">Answer</h3>
      ${back.map((line) => html`<p>${line}</p>`)}
    </div>
    <div class="grades" role="group" aria-label="How well did you know it?">
      ${[...gradeOfKey].map(gradeButton)}
    </div>`;
  return html`<article class="flashcard ink">
    <p class="note">${asksMeaning ? 'What does it mean?' : 'Which term is this?'}</p>
    <h2 class=${look} tabindex="-1" data-focus-key="${place} front">${front}</h2>
    ${card.isTurned ? turned() : html`<p>${forwardButton('Show answer', () => card.turn())}</p>`}
  </article>`;
}

function pastView(practice: PracticeSession) {
  const { pastReview, context, session } = practice;
  const [deck, name = ''] = (currentCard(session) ?? '').split(':');
  const question = deck === 'question' ? context.questions.get(name) : undefined;
  return html`<section class="panel stack">
    <h2 tabindex="-1" data-focus-key="${session.place} past">Answered before</h2>
    <p>${question === undefined ? name.replaceAll('-', ' ') : questionLink(question, context)}</p>
    ${pastReview && html`<p>${pastText(pastReview)}</p>`}
    <p>${forwardButton('Continue', () => practice.go(goNext))}</p>
  </section>`;
}

function pastText({ grade, scores }: ReviewRecord): string {
  const words = answerWords(scores) ?? gradeWords[grade];
  const given = scores.map((score) => score ?? notAssessed).join(', ');
  return scores.length === 0 ? `${words}.` : `${words}: ${given}.`;
}

function doneView(practice: PracticeSession, host: PracticePage) {
  const { session, context } = practice;
  const { reviewed, skipped } = sessionProgress(session);
  const reviews = reviewsOf(practice);
  const seconds = reviews.reduce((sum, review) => sum + review.seconds, 0);
  const time = counted(Math.max(1, Math.round(seconds / 60)), 'minute');
  const mean = meanScore(reviews.flatMap(({ scores }) => meanScore(scores) ?? []));
  const average = mean === null ? '' : `, ${scoreText(mean)} out of 5 on average`;
  const deck = host.starter.deckOf(session);
  // Learning steps of the next minutes are due, too.
  const due =
    deck.length === 0 ? 0 : queueOf({ kind: 'due' }, deck, host.starter.moment).counts.due;
  const isTerms = isOfTerms(session);
  const unit = isTerms ? 'term' : 'question';
  const review = () =>
    host.begin(isTerms ? { kind: 'terms', of: { kind: 'due' } } : { kind: 'due' });
  const resume = () => practice.go(resumeSkipped);
  const toSkipped = html`<button type="button" class="primary" @click=${resume}>
    Go back to skipped ${unit}s
  </button>`;
  const toDue = html`<button type="button" class=${skipped > 0 ? '' : 'primary'} @click=${review}>
    Review ${due} again today
  </button>`;
  return html`<section class="done stack" aria-labelledby="done">
    <h2 id="done" tabindex="-1" data-focus-key="done">Done: ${session.name}</h2>
    <p class="lead">
      ${counted(reviewed, 'answer')} in ${time}${average}.
      ${skipped > 0 ? `${counted(skipped, unit)} skipped.` : nothing}
    </p>
    ${isTerms ? nothing : resultsView(reviews, practice)}
    <div class="row">
      ${skipped > 0 ? toSkipped : nothing} ${due > 0 ? toDue : nothing}
      <button type="button" @click=${() => host.end()}>Choose what to practice</button>
      <button type="button" class="quiet" ?disabled=${!practice.canUndo}
        @click=${() => void practice.undo()}>
        Undo last score
      </button>
      <a href=${context.paths.progress}>Your progress</a>
    </div>
  </section>`;
}

function reviewsOf({ session, context }: PracticeSession): readonly ReviewRecord[] {
  const ids = new Set(session.reviews.map(({ review }) => review));
  return context.model.progress.reviews.filter(({ id }) => ids.has(id)).sort((a, b) => a.at - b.at);
}

function resultsView(reviews: readonly ReviewRecord[], { context, results }: PracticeSession) {
  return html`<ol class="plain lines">
    ${reviews.map(({ id, card, scores }) => {
      const after = results.get(id);
      const next = after === undefined ? '' : ` ${nextReviewText(after, context)}`;
      return html`<li>
        ${context.questions.get(card.slice(card.indexOf(':') + 1))?.title}
        <span class="note">${answerWords(scores)}.${next}</span>
      </li>`;
    })}
  </ol>`;
}

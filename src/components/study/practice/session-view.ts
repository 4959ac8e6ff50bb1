import { html, nothing } from 'lit-html';
import { notAssessed } from '../../../domain/mock/scored-question.ts';
import { answerWords, gradeWords } from '../../../domain/practice/answer-words.ts';
import {
  currentCard,
  goBack,
  goNext,
  sessionProgress,
} from '../../../domain/practice/session-format.ts';
import type { Grade, ReviewRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levelTag, questionLink } from '../base/question-link.ts';
import { forwardButton, shortcutsTitle } from '../base/shortcuts.ts';
import { answeringView, askedView, problemView, readyView } from './answering-view.ts';
import { endingHead, endingView } from './ending-view.ts';
import { previewGrade } from './grade-card.ts';
import { lastAnswer, type PracticeSession } from './practice-session.ts';
import type { PracticePage } from './practice-starter.ts';
import { QuestionCard, TermCard } from './question-card.ts';
import { sampleView, scoreView } from './score-view.ts';

export function sessionView(practice: PracticeSession, host: PracticePage) {
  const { isAtEnd, message, isStored } = practice;
  return html`<div class="stage ink">
      ${lineView(practice, host)} ${stageView(practice, host)}
    </div>
    <div class=${isAtEnd ? 'below at-end' : 'below'}>
      <div role="status" class="message">${message === '' ? nothing : messageView(practice)}</div>
      ${isStored ? nothing : html`<p class="warning">${notStored}</p>`}
      ${belowView(practice, host)}
    </div>`;
}

/** Shows what runs, on ink: the question with its clock, or the beats of the answers. */
function stageView(practice: PracticeSession, host: PracticePage) {
  const { current, isAtEnd } = practice;
  if (isAtEnd) return endingHead(practice, host);
  if (!(current instanceof QuestionCard)) return nothing;
  if (current.isWaiting) return readyView(current, practice, host);
  if (isAnswering(current)) return askedView(current, practice);
  const { question, seconds } = current;
  return html`<div class="scored">
    <p class="title">${question.title}</p>
    <p class="note">${clockText(seconds)} of ${clockText(question.minutes * 60)}</p>
  </div>`;
}

function isAnswering({ ladder }: QuestionCard): boolean {
  return ladder.step === 'answering';
}

/** Shows what the reader reads and judges, on paper. */
function belowView(practice: PracticeSession, host: PracticePage) {
  const { current, sample, isAtEnd } = practice;
  if (isAtEnd) return endingView(practice, host);
  if (sample !== undefined) return sampleView(sample, practice);
  if (current instanceof TermCard) return flashcardView(current, practice);
  if (!(current instanceof QuestionCard)) return pastView(practice);
  if (current.isWaiting) return problemView(current);
  return isAnswering(current)
    ? answeringView(current, practice)
    : scoreView(current, practice, host);
}

const notStored =
  'This browser can’t save your session. Keep this page open until you finish. We’ll save your scores if there’s room.';

function messageView(practice: PracticeSession) {
  // The end shows the same message, with a button to undo the score.
  if (practice.isAtEnd) return html`<p class="sr-only" data-message>${practice.message}</p>`;
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
  const isWaiting = current instanceof QuestionCard && current.isWaiting;
  const page = question && context.paths.question(question.slug);
  return html`<div class="line">
    ${question && !isWaiting ? levelTag(question.level, 'chip') : nothing}
    ${total > maxSegments ? barView(reviewed / Math.max(1, total)) : segmentsView(session)}
    <span class="note">${Math.min(total, number ?? total)} of ${total}</span>
    <details class="menu" @click=${closeMenu} @keydown=${closeOnEscape}>
      <summary aria-label="Session menu">⋯</summary>
      <div>
        <strong>${session.name}</strong>
        <button type="button" ?disabled=${session.place === 0 || practice.isAtEnd} @click=${() => practice.go(goBack)}>
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

/** With more cards than this, the cards don't have a segment each. */
const maxSegments = 15;

function barView(share: number) {
  return html`<span class="bar" aria-hidden="true"><span .style="width:${100 * share}%"></span></span>`;
}

function segmentsView({ queue, place }: PracticeSession['session']) {
  return html`<span class="segments" aria-hidden="true">
    ${queue.map(({ state }, index) => html`<i class=${index === place ? 'now' : state}></i>`)}
  </span>`;
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

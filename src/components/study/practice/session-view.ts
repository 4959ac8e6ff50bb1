import { html, nothing } from 'lit-html';
import { sessionProgress } from '../../../domain/practice/session-format.ts';
import type { Grade } from '../../../domain/progress/records.ts';
import { gradeWords } from '../../../domain/review/grade.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levelTag, setNameLink } from '../base/question-link.ts';
import { forwardButton, shortcutsTitle } from '../base/shortcuts.ts';
import { answeringView, askedView, problemView, readyView } from './answering-view.ts';
import { endingHead, endingView } from './ending-view.ts';
import { previewGrade } from './grade-card.ts';
import { lastAnswer, type PracticeSession } from './practice-session.ts';
import type { PracticePage } from './practice-starter.ts';
import { QuestionCard, type TermCard } from './question-card.ts';
import { sampleView, scoreView } from './score-view.ts';

export function sessionView(practice: PracticeSession, host: PracticePage) {
  const { message, isStored } = practice;
  return html`<div class="stage ink ruled">
      ${lineView(practice, host)} ${stageView(practice, host)}
    </div>
    <div class="below">
      <div role="status" class="message">${message === '' ? nothing : messageView(practice)}</div>
      ${isStored ? nothing : html`<p class="warning">${notStored}</p>`}
      ${belowView(practice, host)}
    </div>`;
}

/**
 * Fills the dark panel with the question and its clock or, at the end, a heartbeat line with
 * the scores of the answers.
 */
function stageView(practice: PracticeSession, host: PracticePage) {
  const { current } = practice;
  if (current === undefined) return endingHead(practice, host);
  if (!(current instanceof QuestionCard)) return nothing;
  const { step } = current.ladder;
  if (step === 'question') return readyView(current, practice, host);
  if (step === 'answering') return askedView(current, practice);
  const { question, seconds } = current;
  return html`<p class="row">
    <strong class="lead">${question.title}</strong>
    <span class="note push">${clockText(seconds)} of ${clockText(question.minutes * 60)}</span>
  </p>`;
}

function belowView(practice: PracticeSession, host: PracticePage) {
  const { current, sample } = practice;
  if (current === undefined) return endingView(practice, host);
  if (!(current instanceof QuestionCard)) return flashcardView(current, practice);
  if (sample !== undefined) return sampleView(sample, current, practice);
  const { step } = current.ladder;
  if (step === 'question') return problemView(current);
  return step === 'answering'
    ? answeringView(current, practice)
    : scoreView(current, practice, host);
}

const notStored =
  'This browser can’t save your session. Keep this page open until you finish. We’ll save your scores if there’s room.';

function messageView(practice: PracticeSession) {
  const { message } = practice;
  // The ending already shows the scores, with a button that undoes the last one.
  if (practice.isAtEnd) return html`<p class="sr-only" data-message>${message}</p>`;
  const undo = () => void practice.undo();
  const button = html`<button type="button" class="link" @click=${undo}>Undo</button>`;
  return html`<p class="good" data-message>
    ${message} ${message.startsWith(lastAnswer) ? button : nothing}
  </p>`;
}

function lineView(practice: PracticeSession, host: PracticePage) {
  const { session, question: card, context } = practice;
  const { total, reviewed, number } = sessionProgress(session);
  const { question } = card ?? {};
  const page = question && context.paths.question(question.slug);
  const set = host.starter.setOf(session);
  return html`<div class="line">
    ${set && setNameLink(set, context)}
    ${card === undefined || card.isWaiting || set ? nothing : levelTag(card.question.level, 'chip')}
    <span class="meter" aria-hidden="true">
      <span .style="width:${(100 * reviewed) / Math.max(1, total)}%"></span>
    </span>
    <span class="note">
      ${practice.isAtEnd ? `${reviewed} of ${total} done` : `${Math.min(total, number ?? total)} of ${total}`}
    </span>
    <details class="menu" @click=${closeMenu} @keydown=${closeOnEscape}>
      <summary aria-label="Session menu">⋯</summary>
      <div class="panel">
        <strong>${session.name}</strong>
        <button type="button" ?disabled=${practice.isAtEnd} @click=${() => practice.skip()}>
          Skip
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

const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

function flashcardView(card: TermCard, practice: PracticeSession) {
  const { front, back, direction } = card.flashcard;
  const { place } = practice.session;
  const asksMeaning = direction === 'term-first';
  const gradeButton = (grade: Grade, index: number) => {
    const key = index + 1;
    const when = previewGrade(practice.context, card.flashcard.card, grade) ?? '';
    return html`<button type="button" data-key=${key} @click=${() => void practice.gradeTerm(grade)}>
      <b>${gradeWords[grade]} <kbd>${key}</kbd></b>
      <span class="note">${when.replace(/^Next review: |\.$/g, '')}</span>
    </button>`;
  };
  const turned = () => html`<div class="stack">
      <h3 class="sr-only" tabindex="-1" data-focus-key="${place} back">Answer</h3>
      ${back.map((line) => html`<p>${line}</p>`)}
    </div>
    <div class="grades" role="group" aria-label="How well did you know it?">
      ${grades.map(gradeButton)}
    </div>`;
  return html`<article class="flashcard ink panel stack">
    <p class="note">${asksMeaning ? 'What does it mean?' : 'Which term is this?'}</p>
    <h2 class=${asksMeaning ? '' : 'lead'} tabindex="-1" data-focus-key="${place} front">${front}</h2>
    ${card.isTurned ? turned() : html`<p>${forwardButton('Show answer', () => card.turn())}</p>`}
  </article>`;
}

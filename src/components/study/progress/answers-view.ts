import { html, nothing, type TemplateResult } from 'lit-html';
import { answerWords, gradeWords } from '../../../domain/practice/answer-words.ts';
import type { CardId, ReviewRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted, momentText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { HistoryControl } from './history-control.ts';
import { scoresText } from './progress-text.ts';

/** The latest answers, and a button for earlier ones. */
export function answersView(
  context: StudyContext,
  answers: readonly ReviewRecord[],
  control: HistoryControl,
): TemplateResult {
  const left = answers.length - control.shown;
  return html`<ol class="plain lines answers">
      ${answers.slice(0, control.shown).map((answer) => answerView(answer, context, control))}
    </ol>
    ${
      left <= 0
        ? nothing
        : html`<div class="row">
            <button type="button" @click=${() => control.showMore()}>Show more</button>
            <span class="note">${counted(left, 'earlier answer')}</span>
          </div>`
    }`;
}

function answerView(
  { card, at, grade, scores, seconds }: ReviewRecord,
  context: StudyContext,
  control: HistoryControl,
): TemplateResult {
  const facts = [
    momentText(at),
    ...(scores.length === 0
      ? [gradeWords[grade]]
      : [answerWords(scores) ?? 'Not assessed', `scores ${scoresText(scores)}`]),
    clockText(seconds),
  ];
  return html`<li tabindex="-1">
    ${subjectView(card, context, control)}
    <span class="note facts-line">${facts.join(' · ')}</span>
  </li>`;
}

function subjectView(
  card: CardId,
  { questions, paths }: StudyContext,
  { termNames }: HistoryControl,
): TemplateResult {
  const id = card.slice(card.indexOf(':') + 1);
  if (card.startsWith('term:')) {
    const name = termNames.get(id) ?? id.replaceAll('-', ' ');
    return html`<a href=${paths.term(id)}>${name}</a> <span class="note">glossary term</span>`;
  }
  const question = questions.get(id);
  return question === undefined
    ? html`<span>A question that is no longer in the guide (${id})</span>`
    : html`<a href=${paths.question(question.slug)}>${question.title}</a>`;
}

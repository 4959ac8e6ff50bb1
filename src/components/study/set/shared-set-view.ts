import { html, nothing, type TemplateResult } from 'lit-html';
import type { SetLink, StudySet } from '../../../domain/study-set/set-link.ts';
import { counted } from '../base/format.ts';
import { questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { missingView } from './missing-view.ts';
import { lengthOfSet, setActions, shareSet } from './set-actions-view.ts';

/** A set as somebody shared it. */
export interface SharedState {
  readonly link: SetLink;
  /** The reader's own set; may be empty. */
  readonly own: StudySet;
  /** Whether the reader is asked what becomes of it. */
  readonly isAsking: boolean;
}

/** What a reader can do with a shared set beside using it. */
export interface SharedActions {
  /** Makes it the reader's own, or asks first. */
  readonly edit: () => void;
  readonly replace: () => void;
  readonly add: () => void;
  readonly cancel: () => void;
}

/** Shows a shared set. */
export function sharedSetView(
  { link, own, isAsking }: SharedState,
  actions: SharedActions,
  context: StudyContext,
): TemplateResult {
  return html`<h2 tabindex="-1" data-focus="heading" dir="auto">${nameOf(link)}</h2>
    ${missingView(link, context)} ${link.codes.length === 0 ? nothing : usableSet(link, context)}
    ${isAsking ? askView(own, actions) : editRow(link, own, actions, context)}`;
}

function nameOf({ name, codes }: SetLink): string {
  if (name !== '') return name;
  return codes.length === 0 ? 'This link holds no questions' : 'A shared set';
}

function usableSet(link: SetLink, context: StudyContext): TemplateResult {
  const questions = link.codes.flatMap((code) => context.questions.get(code) ?? []);
  return html`<p>${lengthOfSet(link, context)}</p>
    ${setActions(link, context)}
    <ol class="lines set-list">
      ${questions.map((question) => html`<li>${questionLink(question, context)}</li>`)}
    </ol>
    ${shareSet(link, context)}`;
}

function editRow(
  link: SetLink,
  own: StudySet,
  { edit }: SharedActions,
  { paths }: StudyContext,
): TemplateResult {
  return html`<div class="row">
    ${
      link.codes.length === 0
        ? nothing
        : html`<button type="button" data-focus="edit" @click=${edit}>Edit a copy</button>`
    }
    <a href=${paths.set}>${
      own.codes.length === 0
        ? 'Build a set of your own'
        : `Your own set (${counted(own.codes.length, 'question')})`
    }</a>
  </div>`;
}

function askView({ name, codes }: StudySet, { replace, add, cancel }: SharedActions) {
  const called = name === '' ? 'It' : html`“<bdi>${name}</bdi>”`;
  return html`<section class="panel main stack" aria-labelledby="ask-title">
    <h3 id="ask-title" tabindex="-1" data-focus="ask">You are putting a set together already</h3>
    <p>${called} has ${counted(codes.length, 'question')}. What should happen to it?</p>
    <div class="row">
      <button type="button" @click=${replace}>Replace it</button>
      <button type="button" @click=${add}>Add to my set</button>
      <button type="button" class="quiet" @click=${cancel}>Cancel</button>
    </div>
  </section>`;
}

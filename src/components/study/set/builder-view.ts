import { html, nothing, type TemplateResult } from 'lit-html';
import { longestName, type SetLink } from '../../../domain/study-set/set-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { type ChooseActions, chooseView } from './choose-view.ts';
import { type ChosenActions, chosenView } from './chosen-view.ts';
import { missingView } from './missing-view.ts';
import { lengthOfSet, setActions, shareSet } from './set-actions-view.ts';

export interface BuilderState {
  readonly set: SetLink;
  readonly isKept: boolean;
  /** What the name field holds: as typed, while the reader is in it. */
  readonly name: string;
  /** Words that narrow the questions down. */
  readonly filter: string;
  readonly notice: TemplateResult;
}

export interface BuilderActions extends ChosenActions, ChooseActions {
  readonly rename: (name: string) => void;
  /** The reader has left the name field. */
  readonly named: () => void;
  readonly clear: () => void;
}

export function builderView(
  state: BuilderState,
  actions: BuilderActions,
  context: StudyContext,
): TemplateResult {
  const { set, isKept, notice } = state;
  return html`<section class="stack" aria-label="Your set">
      ${isKept ? nothing : html`<p class="warning">${notStored}</p>`} ${missingView(set, context)}
      ${set.codes.length === 0 ? emptyView(context) : ownSet(state, actions, context)} ${notice}
    </section>
    ${chooseView({ codes: set.codes, filter: state.filter }, actions, context)}`;
}

function ownSet(
  { set, name }: BuilderState,
  actions: BuilderActions,
  context: StudyContext,
): TemplateResult {
  const chosen = set.codes.flatMap((code) => context.questions.get(code) ?? []);
  return html`<label class="field name">
      Set name (optional)
      <input
        maxlength=${longestName * 2}
        autocomplete="off"
        .value=${name}
        @input=${({ target }: Event) => actions.rename((target as HTMLInputElement).value)}
        @change=${actions.named}
      />
    </label>
    <p>${lengthOfSet(set, context)}</p>
    <div class="share-first">${shareSet(set, context)}</div>
    ${chosenView(chosen, actions, context)} ${setActions(set, context)}
    <div class="row">
      <button type="button" class="quiet" @click=${actions.clear}>Clear the set</button>
    </div>`;
}

function emptyView({ data, paths }: StudyContext): TemplateResult {
  const example = data.questions.slice(0, 3);
  return html`<p>
      No questions yet. Select some below, or use “Build a set” on any list or in search. Your set
      is saved on this device, and anyone with its link gets the same questions in the same order.
    </p>
    <figure class="example">
      <figcaption>Example</figcaption>
      <p><strong>Thursday’s panel</strong></p>
      <p>${lengthOfSet({ name: '', codes: example.map(({ code }) => code) }, { data })}</p>
      <ol>
        ${example.map(({ title }) => html`<li>${title}</li>`)}
      </ol>
      <p class="note">One link: ${paths.set}#1.${example.map(({ code }) => code).join('')}…</p>
    </figure>`;
}

const notStored =
  'This browser doesn’t let the guide save your set. You’ll lose it when you leave this page: copy its link to keep it.';

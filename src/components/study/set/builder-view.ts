import { html, nothing, type TemplateResult } from 'lit-html';
import { longestName } from '../../../domain/study-set/clean-name.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { type ChooseActions, chooseView } from './choose-view.ts';
import { type ChosenActions, chosenView } from './chosen-view.ts';
import { missingView } from './missing-view.ts';
import { lengthOfSet, setActions, shareSet } from './set-actions-view.ts';

/** The set that is being put together, as it is shown. */
export interface BuilderState {
  readonly set: SetLink;
  /** False if the browser refused to keep the set. */
  readonly isKept: boolean;
  /** What the name field holds: as typed, while the reader is in it. */
  readonly name: string;
  /** Words that narrow the questions down. */
  readonly filter: string;
  /** What was just done, for people; may be empty. */
  readonly message: string;
  /** Whether that can be undone. */
  readonly canUndo: boolean;
}

/** What a reader does with it. */
export interface BuilderActions extends ChosenActions, ChooseActions {
  readonly rename: (name: string) => void;
  /** The reader has left the name field. */
  readonly named: () => void;
  readonly clear: () => void;
  readonly undo: () => void;
}

/** Shows the reader's own set, to put together, use and share. */
export function builderView(
  state: BuilderState,
  actions: BuilderActions,
  context: StudyContext,
): TemplateResult {
  const { set, isKept, message, canUndo } = state;
  return html`<section class="stack" aria-labelledby="own-title">
      <h2 id="own-title" tabindex="-1" data-focus="heading">Your set</h2>
      ${isKept ? nothing : html`<p class="warning">${notKept}</p>`} ${missingView(set, context)}
      ${set.codes.length === 0 ? html`<p>${howToBegin}</p>` : ownSet(state, actions, context)}
      <div class="row">
        <p role="status" class="note">${message}</p>
        ${
          canUndo
            ? html`<button type="button" data-focus="undo" @click=${actions.undo}>Undo</button>`
            : nothing
        }
      </div>
    </section>
    ${chooseView({ codes: set.codes, filter: state.filter }, actions, context)}`;
}

function ownSet(
  { set, name }: BuilderState,
  actions: BuilderActions,
  context: StudyContext,
): TemplateResult {
  const chosen = set.codes.flatMap((code) => context.questions.get(code) ?? []);
  return html`<label class="field">
      Name of the set, if you like
      <input
        maxlength=${longestName * 2}
        autocomplete="off"
        .value=${name}
        @input=${({ target }: Event) => actions.rename((target as HTMLInputElement).value)}
        @change=${actions.named}
      />
    </label>
    <p>${lengthOfSet(set, context)}</p>
    ${setActions(set, context)} ${shareSet(set, context)}
    ${chosenView(chosen, actions, context)}
    <div class="row">
      <button type="button" @click=${actions.clear}>Clear the set</button>
    </div>`;
}

const howToBegin =
  'No questions yet. Tick some below, or press “Build a set” on any list of questions or in search. Your set is kept on this device, and its link holds all of it: whoever opens the link gets the same questions in the same order.';
const notKept =
  'This browser does not let the guide keep your set. It is lost when you leave this page: copy its link to keep it.';

import { nothing, type TemplateResult } from 'lit-html';
import { DraftSet } from '../../../browser/draft-set.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  addToSet,
  moveInSet,
  removeFromSet,
  renameSet,
} from '../../../domain/study-set/edit-set.ts';
import {
  readSetLink,
  type SetLink,
  type StudySet,
  writeSetLink,
} from '../../../domain/study-set/set-link.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { type BuilderActions, builderView } from './builder-view.ts';
import { OwnSet } from './own-set.ts';
import { type SharedActions, sharedSetView } from './shared-set-view.ts';

/**
 * The page of question sets: the set of the link in the address, or the reader's own, which is
 * kept on the device and the same in all tabs.
 */
export class SetRoomElement extends StudyElement {
  #own: OwnSet | undefined;
  #isAsking = false;
  #filter = '';
  /** The name as it is being typed: cleaning it would take away the space before the next word. */
  #typedName: string | undefined;

  protected override start({ data }: StudyContext, signal: AbortSignal): void {
    this.#own = new OwnSet(new DraftSet(data.book), () => this.update(), signal);
    for (const event of ['popstate', 'hashchange']) {
      window.addEventListener(event, () => this.#onAddress(), { signal });
    }
  }

  protected view(context: StudyContext): TemplateResult | typeof nothing {
    const own = this.#own;
    if (own === undefined) return nothing;
    // Without a fragment it is the reader's own set.
    if (location.hash.length > 1) {
      const link = readSetLink(location.hash, context.data.book);
      const state = { link, own: own.set, isAsking: this.#isAsking };
      return sharedSetView(state, this.#sharedActions(link, own, context), context);
    }
    const { set, isKept, message, canUndo } = own;
    const state = { set, isKept, message, canUndo, filter: this.#filter };
    return builderView(
      { ...state, name: this.#typedName ?? set.name },
      this.#builderActions(own),
      context,
    );
  }

  #sharedActions(link: SetLink, own: OwnSet, { paths }: StudyContext): SharedActions {
    const copy = { name: link.name, codes: link.codes };
    /** Goes to the reader's own set; Back leads to the shared one again. */
    const adopt = (change: () => void): void => {
      history.pushState(null, '', paths.set);
      this.#isAsking = false;
      change();
      this.#focus('heading');
    };
    const add = (set: StudySet): StudySet => ({
      ...addToSet(set, ...copy.codes),
      name: set.name || copy.name,
    });
    return {
      edit: () => {
        const { set } = own;
        const isFree = set.codes.length === 0 || writeSetLink(set) === writeSetLink(copy);
        if (isFree) adopt(() => own.change(() => copy, ''));
        else this.#ask(true);
      },
      replace: () => adopt(() => own.changeBoldly(() => copy, 'Your set was replaced.')),
      add: () => adopt(() => own.changeBoldly(add, 'The questions were added to your set.')),
      cancel: () => this.#ask(false),
    };
  }

  #builderActions(own: OwnSet): BuilderActions {
    return {
      rename: (name) => {
        this.#typedName = name;
        own.change((set) => renameSet(set, name), '');
      },
      named: () => {
        this.#typedName = undefined;
        this.update();
      },
      move: (question, place) => this.#move(own, question, place),
      remove: (question) => this.#remove(own, question),
      put: (isIn, ...codes) => this.#put(own, isIn, codes),
      toSet: () => this.#focus('heading'),
      narrow: (filter) => {
        this.#filter = filter;
        this.update();
      },
      clear: () => {
        own.changeBoldly(() => ({ name: '', codes: [] }), 'Your set was cleared.');
        this.#focus('undo');
      },
      undo: () => {
        own.undo();
        this.#focus('heading');
      },
    };
  }

  #put(own: OwnSet, isIn: boolean, codes: readonly string[]): void {
    const top = () => this.querySelector('#choose-title')?.getBoundingClientRect().top ?? 0;
    const before = top();
    own.change(
      (set) => (isIn ? addToSet(set, ...codes) : removeFromSet(set, ...codes)),
      `${counted(codes.length, 'question')} ${isIn ? 'added' : 'removed'}.`,
    );
    // The set above has another height now; the boxes stay below the reader's hand.
    window.scrollBy(0, top() - before);
  }

  #move(own: OwnSet, { code, title }: StudyQuestion, place: number): void {
    const focused = document.activeElement?.getAttribute('data-focus');
    own.change(
      (set) => moveInSet(set, code, place),
      `“${title}” is now number ${place + 1} of ${own.set.codes.length}.`,
    );
    // A button that moves with its question loses the focus.
    if (focused) this.#focus(focused);
  }

  #remove(own: OwnSet, { code, title }: StudyQuestion): void {
    const { codes } = own.set;
    const place = codes.indexOf(code);
    own.change((set) => removeFromSet(set, code), `“${title}” was removed.`);
    const next = codes[place + 1] ?? codes[place - 1];
    this.#focus(next === undefined ? 'heading' : `remove ${next}`);
  }

  #ask(isAsking: boolean): void {
    this.#isAsking = isAsking;
    this.update();
    this.#focus(isAsking ? 'ask' : 'edit');
  }

  #onAddress(): void {
    this.#isAsking = false;
    this.#own?.settle();
    this.#focus('heading');
  }

  #focus(place: string): void {
    this.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
  }
}

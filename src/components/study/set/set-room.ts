import type { TemplateResult } from 'lit-html';
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
import { type SharedActions, sharedSetView } from './shared-set-view.ts';

/**
 * The page of question sets: the set of the link in the address, or the reader's own, which is
 * kept on the device and the same in all tabs.
 */
export class SetRoomElement extends StudyElement {
  #context: StudyContext | undefined;
  #draft: DraftSet | undefined;
  #isAsking = false;
  #filter = '';
  #message = '';
  /** The set before it was cleared or replaced. */
  #before: StudySet | undefined;
  /** The name as it is being typed: cleaning it would take away the space before the next word. */
  #typedName: string | undefined;

  protected override start(context: StudyContext, signal: AbortSignal): void {
    this.#context = context;
    this.#draft = new DraftSet(context.data.book);
    this.#draft.onElsewhere(() => this.#onElsewhere(), signal);
    for (const event of ['popstate', 'hashchange']) {
      window.addEventListener(event, () => this.#onAddress(), { signal });
    }
  }

  protected view(context: StudyContext): TemplateResult {
    const link = this.#shared;
    const draft = this.#draft ?? new DraftSet(context.data.book);
    if (link !== undefined) {
      const state = { link, own: draft.set, isAsking: this.#isAsking };
      return sharedSetView(state, this.#sharedActions(link), context);
    }
    const { set, isKept } = draft;
    return builderView(
      {
        set,
        isKept,
        name: this.#typedName ?? set.name,
        filter: this.#filter,
        message: this.#message,
        canUndo: this.#before !== undefined,
      },
      this.#builderActions,
      context,
    );
  }

  /** The set in the address; undefined without a fragment. */
  get #shared(): SetLink | undefined {
    const book = this.#context?.data.book;
    if (book === undefined || location.hash.length < 2) return undefined;
    return readSetLink(location.hash, book);
  }

  #sharedActions(link: SetLink): SharedActions {
    const copy = { name: link.name, codes: link.codes };
    return {
      edit: () => {
        const own = this.#own;
        const isFree = own.codes.length === 0 || writeSetLink(own) === writeSetLink(copy);
        if (isFree) this.#adopt(() => copy, '');
        else this.#ask(true);
      },
      replace: () => this.#adopt(() => copy, 'Your set was replaced.'),
      add: () =>
        this.#adopt(
          (set) => ({ ...addToSet(set, ...copy.codes), name: set.name || copy.name }),
          'The questions were added to your set.',
        ),
      cancel: () => this.#ask(false),
    };
  }

  readonly #builderActions: BuilderActions = {
    rename: (name) => {
      this.#typedName = name;
      this.#change((set) => renameSet(set, name), '');
    },
    named: () => {
      this.#typedName = undefined;
      this.update();
    },
    move: (question, place) => this.#move(question, place),
    remove: (question) => this.#remove(question),
    put: (isIn, ...codes) => {
      const before = this.#topOfChoice;
      this.#change(
        (set) => (isIn ? addToSet(set, ...codes) : removeFromSet(set, ...codes)),
        `${counted(codes.length, 'question')} ${isIn ? 'added' : 'removed'}.`,
      );
      // The set above has another height now; the boxes stay below the reader's hand.
      window.scrollBy(0, this.#topOfChoice - before);
    },
    toSet: () => this.#focus('heading'),
    narrow: (filter) => {
      this.#filter = filter;
      this.update();
    },
    clear: () => {
      const before = this.#own;
      this.#change(() => emptySet, 'Your set was cleared.');
      this.#offerUndo(before);
      this.#focus('undo');
    },
    undo: () => {
      const before = this.#before;
      if (before !== undefined) this.#change(() => before, 'Your set is as it was.');
      this.#focus('heading');
    },
  };

  get #own(): StudySet {
    const { name, codes } = this.#draft?.set ?? emptySet;
    return { name, codes };
  }

  get #topOfChoice(): number {
    return this.querySelector('#choose-title')?.getBoundingClientRect().top ?? 0;
  }

  #change(edit: (set: StudySet) => StudySet, message: string): void {
    this.#draft?.change(edit);
    this.#before = undefined;
    this.#message = message;
    this.update();
  }

  #offerUndo(before: StudySet): void {
    this.#before = before;
    this.update();
  }

  #move(question: StudyQuestion, place: number): void {
    const focused = document.activeElement?.getAttribute('data-focus');
    this.#change(
      (set) => moveInSet(set, question.code, place),
      `“${question.title}” is now number ${place + 1} of ${this.#own.codes.length}.`,
    );
    // A button that moves with its question loses the focus.
    if (focused) this.#focus(focused);
  }

  #remove(question: StudyQuestion): void {
    const { codes } = this.#own;
    const place = codes.indexOf(question.code);
    this.#change((set) => removeFromSet(set, question.code), `“${question.title}” was removed.`);
    const next = codes[place + 1] ?? codes[place - 1];
    this.#focus(next === undefined ? 'heading' : `remove ${next}`);
  }

  /** Goes to the reader's own set, changed; Back leads to the shared one again. */
  #adopt(edit: (set: StudySet) => StudySet, message: string): void {
    const before = this.#own;
    history.pushState(null, '', this.#context?.paths.set);
    this.#isAsking = false;
    this.#change(edit, message);
    if (message !== '') this.#offerUndo(before);
    this.#focus('heading');
  }

  #ask(isAsking: boolean): void {
    this.#isAsking = isAsking;
    this.update();
    this.#focus(isAsking ? 'ask' : 'edit');
  }

  #onElsewhere(): void {
    this.#before = undefined;
    this.#typedName = undefined;
    this.#message = '';
    this.update();
  }

  #onAddress(): void {
    this.#isAsking = false;
    this.#message = '';
    this.#before = undefined;
    this.update();
    this.#focus('heading');
  }

  #focus(place: string): void {
    this.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
  }
}

const emptySet: StudySet = { name: '', codes: [] };

import type { TemplateResult } from 'lit-html';
import { DraftSet } from '../../../browser/draft-set.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  addToSet,
  moveInSet,
  readSetLink,
  removeFromSet,
  renameSet,
  type SetLink,
  type StudySet,
  writeSetLink,
} from '../../../domain/study-set/set-link.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { builderView, sharedSetView } from './set-view.ts';

/** Milliseconds for which a message is shown; Undo stays until the next change. */
const shown = 6000;

/**
 * The page of question sets: the set in the URL, or the reader's own, which is stored on the device
 * and the same in all tabs. Its name is the title of the page.
 */
export class SetRoomElement extends StudyElement {
  filter = '';
  /** The name as typed; cleaning it would remove the space before the next word. */
  typedName: string | undefined;
  #own: DraftSet | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get own(): DraftSet {
    this.#own ??= new DraftSet(this.context.data.book);
    return this.#own;
  }

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    this.own.onElsewhere(() => this.#clearMessage(), signal);
    const onAddress = (): void => {
      this.#clearMessage();
      this.#focus('heading');
    };
    for (const event of ['popstate', 'hashchange']) {
      window.addEventListener(event, onAddress, { signal });
    }
    const heading = document.querySelector('h1');
    const observer = new IntersectionObserver(([entry]) => {
      this.toggleAttribute('data-away', entry?.isIntersecting === false);
    });
    if (heading !== null) observer.observe(heading);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
    });
  }

  override update(): void {
    super.update();
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading === null || this.#own === undefined) return;
    const link = this.#sharedLink();
    const [empty, unnamed] =
      link === undefined
        ? ['Build a question set', 'Your question set']
        : ['This link has no questions', 'A shared question set'];
    const { name: given, codes } = link ?? this.own.set;
    const name = given || (codes.length === 0 ? empty : unnamed);
    // The page's own heading: the name of the set is its title.
    if (heading.textContent !== name) heading.textContent = name;
    heading.dir = 'auto';
    heading.tabIndex = -1;
    heading.dataset['focus'] = 'heading';
  }

  protected view(): TemplateResult {
    const link = this.#sharedLink();
    return link === undefined ? builderView(this) : sharedSetView(link, this);
  }

  rename(name: string): void {
    this.typedName = name;
    this.#change((set) => renameSet(set, name));
  }

  endNaming(): void {
    this.typedName = undefined;
    this.update();
  }

  narrow(filter: string): void {
    this.filter = filter;
    this.update();
  }

  clear(): void {
    this.#changeWithUndo(() => ({ name: '', codes: [] }), 'Your set was cleared.');
    this.focusOn('.notice button');
  }

  /** Copies a shared set into the reader's own; asks whether to replace or extend another one. */
  async adopt(link: SetLink): Promise<void> {
    const copy = { name: link.name, codes: link.codes };
    const { set } = this.own;
    const isFree = set.codes.length === 0 || writeSetLink(set) === writeSetLink(copy);
    const name = set.name === '' ? 'Your set' : `“${set.name}”`;
    const length = counted(set.codes.length, 'question');
    const text = `${name} has ${length}. You can undo either choice.`;
    const choices = ['Replace my set', 'Add to my set'];
    const ask = () => this.confirm('You already have a set', [text], ...choices);
    const answer = isFree ? undefined : await ask();
    if (!isFree && answer === undefined) return;
    // Back opens the shared set again.
    history.pushState(null, '', this.context.paths.set);
    const add = (before: StudySet): StudySet => ({
      ...addToSet(before, ...copy.codes),
      name: before.name || copy.name,
    });
    if (isFree) this.#change(() => copy);
    else if (answer === 'Add to my set') this.#changeWithUndo(add, 'The questions were added.');
    else this.#changeWithUndo(() => copy, 'Your set was replaced.');
    this.#focus('heading');
  }

  put(isIn: boolean, codes: readonly string[]): void {
    const top = () => this.querySelector('#choose-title')?.getBoundingClientRect().top ?? 0;
    const before = top();
    // No message, because the checkbox and the count show it.
    this.#change((set) => (isIn ? addToSet(set, ...codes) : removeFromSet(set, ...codes)));
    // The set above changed its height; scroll so that the checkboxes don't move.
    window.scrollBy(0, top() - before);
  }

  /** @param place counted from 0 */
  move({ code, title }: StudyQuestion, place: number): void {
    const focused = document.activeElement?.getAttribute('data-focus');
    const text = `“${title}” is now number ${place + 1} of ${this.own.set.codes.length}.`;
    this.#change((set) => moveInSet(set, code, place), text);
    // A button that moves with its question loses focus.
    if (focused) this.#focus(focused);
  }

  leaveOut({ code, title }: StudyQuestion): void {
    const { codes } = this.own.set;
    const place = codes.indexOf(code);
    this.#change((set) => removeFromSet(set, code), `“${title}” was removed.`);
    const next = codes[place + 1] ?? codes[place - 1];
    this.#focus(next === undefined ? 'heading' : `remove ${next}`);
  }

  /** The set in the URL; undefined for the reader's own. */
  #sharedLink(): SetLink | undefined {
    const { hash } = location;
    return hash.length > 1 ? readSetLink(hash, this.context.data.book) : undefined;
  }

  #change(edit: (set: StudySet) => StudySet, message = ''): void {
    this.own.change(edit);
    this.#clearMessage();
    if (message === '') return;
    this.notify('set', { tone: 'good', text: message });
    this.#timer = setTimeout(() => this.#clearMessage(), shown);
  }

  /** Changes the set and offers to undo it. */
  #changeWithUndo(edit: (set: StudySet) => StudySet, text: string): void {
    const { name, codes } = this.own.set;
    this.#change(edit);
    const undo = (): void => {
      this.#change(() => ({ name, codes }), 'Undone.');
      this.focusOn('.name input, #choose-title');
    };
    this.notify('set', { tone: 'good', text, undo: { label: 'Undo', run: undo } });
  }

  #clearMessage(): void {
    clearTimeout(this.#timer);
    this.notify('set', undefined);
  }

  #focus(place: string): void {
    document.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
  }
}

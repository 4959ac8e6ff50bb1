import { nothing, type TemplateResult } from 'lit-html';
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
import { type BuilderActions, builderView } from './builder-view.ts';
import { noticePlace, OwnSet } from './own-set.ts';
import { sharedSetView } from './shared-set-view.ts';

/**
 * The page of question sets: the set of the link in the address, or the reader's own, which is
 * stored on the device and the same in all tabs. Its name is the title of the page.
 */
export class SetRoomElement extends StudyElement {
  #own: OwnSet | undefined;
  #filter = '';
  /** The name as it is being typed: cleaning it would take away the space before the next word. */
  #typedName: string | undefined;

  protected override start({ data }: StudyContext, signal: AbortSignal): void {
    this.#own = new OwnSet(new DraftSet(data.book), this, signal);
    for (const event of ['popstate', 'hashchange']) {
      window.addEventListener(event, () => this.#onAddress(), { signal });
    }
    const heading = document.querySelector('h1');
    const observer = new IntersectionObserver(([entry]) => {
      this.toggleAttribute('data-away', entry?.isIntersecting === false);
    });
    if (heading !== null) observer.observe(heading);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  override update(): void {
    super.update();
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading === null || this.#own === undefined) return;
    const link = this.#sharedLink();
    const name = link === undefined ? ownTitle(this.#own.set) : sharedTitle(link);
    // The page's own heading: the name of the set is its title.
    if (heading.textContent !== name) heading.textContent = name;
    heading.dir = 'auto';
    heading.tabIndex = -1;
    heading.dataset['focus'] = 'heading';
  }

  protected view(context: StudyContext): TemplateResult | typeof nothing {
    const own = this.#own;
    if (own === undefined) return nothing;
    const link = this.#sharedLink();
    if (link !== undefined) {
      const edit = (): void => void this.#adopt(link, own);
      return sharedSetView({ link, own: own.set }, edit, context);
    }
    const { set, isKept } = own;
    return builderView(
      {
        set,
        isKept,
        filter: this.#filter,
        name: this.#typedName ?? set.name,
        notice: this.noticeAt(noticePlace),
      },
      this.#builderActions(own),
      context,
    );
  }

  /** The set of the address; undefined for the reader's own. */
  #sharedLink(): SetLink | undefined {
    return location.hash.length > 1
      ? readSetLink(location.hash, this.context.data.book)
      : undefined;
  }

  /** Makes a copy of a shared set the reader's own; asks what becomes of the one there is. */
  async #adopt(link: SetLink, own: OwnSet): Promise<void> {
    const copy = { name: link.name, codes: link.codes };
    const { set } = own;
    const isFree = set.codes.length === 0 || writeSetLink(set) === writeSetLink(copy);
    const answer = isFree
      ? undefined
      : await this.confirm({
          title: 'You already have a set',
          sentences: [
            `${set.name === '' ? 'Your set' : `“${set.name}”`} has ${counted(set.codes.length, 'question')}. You can undo either choice.`,
          ],
          choices: ['Replace my set', 'Add to my set'],
        });
    if (!isFree && answer === undefined) return;
    // Back opens the shared set again.
    history.pushState(null, '', this.context.paths.set);
    const add = (before: StudySet): StudySet => ({
      ...addToSet(before, ...copy.codes),
      name: before.name || copy.name,
    });
    if (isFree) own.change(() => copy, '');
    else if (answer === 'Add to my set') own.changeBoldly(add, 'The questions were added.');
    else own.changeBoldly(() => copy, 'Your set was replaced.');
    this.#focus('heading');
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
      narrow: (filter) => {
        this.#filter = filter;
        this.update();
      },
      clear: () => {
        own.changeBoldly(() => ({ name: '', codes: [] }), 'Your set was cleared.');
        this.focusOn('.notice button');
      },
    };
  }

  #put(own: OwnSet, isIn: boolean, codes: readonly string[]): void {
    const top = () => this.querySelector('#choose-title')?.getBoundingClientRect().top ?? 0;
    const before = top();
    // No message: the box itself and the number beside it say so.
    own.change((set) => (isIn ? addToSet(set, ...codes) : removeFromSet(set, ...codes)), '');
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

  #onAddress(): void {
    this.#own?.settle();
    this.#focus('heading');
  }

  #focus(place: string): void {
    document.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
  }
}

function ownTitle({ name, codes }: StudySet): string {
  if (name !== '') return name;
  return codes.length === 0 ? 'Build a question set' : 'Your question set';
}

function sharedTitle({ name, codes }: SetLink): string {
  if (name !== '') return name;
  return codes.length === 0 ? 'This link has no questions' : 'A shared question set';
}

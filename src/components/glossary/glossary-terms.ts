import { copyText, linkCopied } from '../../browser/copy-text.ts';
import { readStorage } from '../../browser/local-storage.ts';
import { sideBySide } from '../../domain/glossary/side-by-side.ts';
import { counted } from '../../lib/text.ts';
import { button, element } from '../button.ts';
import { readTerm, type ShownTerm } from './shown-term.ts';

/** If more terms than this match, their look-alikes are left out. */
const fewTerms = 3;

/**
 * The glossary. It filters terms by topic and by name, or by text if no name matches. Results show
 * look-alikes side by side. A term's link copies its URL. For readers who have practiced, the terms
 * from today's questions come first.
 */
export class GlossaryTermsElement extends HTMLElement {
  readonly #copied = element('span', { role: 'status' });
  #terms: readonly ShownTerm[] = [];

  connectedCallback(): void {
    this.#terms = [...this.querySelectorAll<HTMLElement>('.glossary > div')].map(readTerm);
    this.#field.oninput = () => this.#filter();
    this.#topic.onchange = () => this.#filter();
    this.addEventListener('click', (event) => this.#copy(event));
    window.addEventListener('hashchange', () => this.#follow());
    this.#follow();
    if (readStorage('guide-marks')) void this.#showToday();
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  get #topic(): HTMLSelectElement {
    return this.querySelector('select') as HTMLSelectElement;
  }

  #filter(): void {
    const text = this.#field.value.trim().toLowerCase();
    const topic = this.#topic.value;
    const [all, results, letters] = ['[data-all]', '[data-results]', '.letters'].map((selector) =>
      this.querySelector<HTMLElement>(selector),
    );
    if (!all || !results || !letters) return;
    for (const term of this.#terms) term.home.append(term.element);
    const isFiltered = text !== '' || topic !== '';
    all.hidden = letters.hidden = isFiltered;
    results.hidden = !isFiltered;
    const matches = isFiltered ? matching(this.#terms, text, topic) : [];
    const shown = matches.length > fewTerms ? matches : withLookAlikes(matches, this.#terms);
    const more = shown.length - matches.length;
    const count = counted(matches.length, 'term');
    const counts = more > 0 ? `${count}, with ${counted(more, 'look-alike')}` : count;
    this.querySelector('[data-count]')?.replaceChildren(isFiltered ? counts : '');
    const { groups, others } = sideBySide(shown);
    const rest = list(others, 'glossary');
    const isBestAlone = shown[0] !== undefined && others.includes(shown[0]);
    results.replaceChildren(
      ...(isBestAlone ? [rest] : []),
      ...groups.map((group) => list(group, 'glossary look-alikes')),
      ...(isBestAlone || others.length === 0 ? [] : [rest]),
      ...(isFiltered ? [button('Show all terms', () => this.#clear(true))] : []),
    );
  }

  #clear(isPressed = false): void {
    this.#field.value = this.#topic.value = '';
    this.#filter();
    if (isPressed) this.#field.focus();
  }

  /**
   * Follows the URL's fragment, which can point to a topic, or to a letter or term that the filter
   * hides.
   */
  #follow(): void {
    const id = location.hash.slice(1);
    const topic = /^topic-(.+)$/.exec(id)?.[1];
    if ([...this.#topic.options].some(({ value }) => value !== '' && value === topic)) {
      this.#field.value = '';
      this.#topic.value = topic ?? '';
      this.#filter();
      return;
    }
    const target = document.getElementById(id);
    if (!target?.closest('[hidden]')) return;
    this.#clear();
    target.scrollIntoView();
  }

  /** Copies the URL of a pressed term. The browser still follows the link, which marks the term. */
  #copy({ target }: MouseEvent): void {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('dt > a');
    if (!link) return;
    link.after(this.#copied);
    this.#copied.replaceChildren();
    // Screen readers announce only changes to an existing region.
    requestAnimationFrame(() => copyText(link.href, linkCopied, this.#copied));
  }

  async #showToday(): Promise<void> {
    const container = this.querySelector<HTMLElement>('.first-terms');
    const { showTodaysTerms } = await import('./todays-terms.ts');
    if (container) await showTodaysTerms(container, this.dataset['base'] ?? '/', this.#terms);
  }
}

function withLookAlikes(few: readonly ShownTerm[], terms: readonly ShownTerm[]): ShownTerm[] {
  const confused = few.flatMap(({ lookAlikes }) => lookAlikes);
  const others = terms.filter((term) => !few.includes(term) && confused.includes(term.id));
  return [...few, ...others];
}

/**
 * Returns the topic's terms whose names contain all the words: first those that start with the
 * text, then those with a later word that does, and then the rest. If there are none, returns the
 * topic's terms that contain the text anywhere.
 */
function matching(terms: readonly ShownTerm[], text: string, topic: string): readonly ShownTerm[] {
  const ofTopic = terms.filter(({ topics }) => topic === '' || topics.includes(topic));
  const words = text.split(/\s+/);
  const byName = ofTopic.filter(({ names }) => words.every((word) => names.includes(word)));
  const place = ({ names }: ShownTerm): number =>
    names.startsWith(text) ? 0 : names.includes(` ${text}`) ? 1 : 2;
  if (byName.length > 0) return byName.toSorted((a, b) => place(a) - place(b));
  return ofTopic.filter(({ element: { textContent } }) =>
    textContent?.toLowerCase().includes(text),
  );
}

function list(terms: readonly ShownTerm[], className: string): HTMLElement {
  return element('dl', { className }, ...terms.map((term) => term.element));
}

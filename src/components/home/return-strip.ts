import { readStorage } from '../../browser/local-storage.ts';
import { readQuestionMarks } from '../../domain/progress/question-marks.ts';
import { storage } from '../../guide-settings.ts';
import { element } from '../button.ts';

/**
 * A line that tells returning readers what they can continue. The most urgent item looks like a
 * button.
 */
export class ReturnStripElement extends HTMLElement {
  connectedCallback(): void {
    const marks = readQuestionMarks(readStorage('guide-marks'));
    this.#markLevels(new Set(marks.keys()));
    void this.#show(marks.size > 0);
  }

  async #show(hasAnswers: boolean): Promise<void> {
    const databases = await indexedDB.databases().catch(() => []);
    const hasStudied =
      readStorage('guide-sets') !== null || databases.some(({ name }) => name === storage);
    // On a first visit, no further code is loaded.
    if (!hasStudied && readStorage('guide-last') === null) return;
    const { returnOffers } = await import('./return-offers.ts');
    const offers = await returnOffers(this.dataset['base'] ?? '/', hasStudied);
    const [main, ...others] = offers;
    if (main === undefined) return;
    const link = this.#link(main.path, main.label);
    link.className = 'button';
    const links = others.map(({ path, text }) => this.#link(path, text));
    // A phone shows one offer, and another one if the first is a set.
    if (main.path.startsWith('set/')) links[0]?.classList.add('second');
    this.replaceChildren(
      element('p', {}, main.text),
      link,
      ...links,
      ...(hasAnswers ? [this.#link('progress/', 'Your progress')] : []),
    );
    this.hidden = false;
    const start = document.querySelector<HTMLAnchorElement>('.start .button');
    if (!hasAnswers || start === null) return;
    // Both buttons say and open the same, unless there is something other than practice to continue.
    const isPractice = main.path.startsWith('practice/');
    start.textContent = isPractice ? main.label : 'Keep practicing';
    if (isPractice) start.href = link.href;
  }

  #link(path: string, label: string): HTMLAnchorElement {
    return element('a', { href: (this.dataset['base'] ?? '/') + path }, label);
  }

  #markLevels(answered: ReadonlySet<string>): void {
    if (answered.size === 0) return;
    for (const card of document.querySelectorAll<HTMLElement>('[data-slugs]')) {
      const slugs = card.dataset['slugs']?.split(' ') ?? [];
      const done = slugs.filter((slug) => answered.has(slug)).length;
      const count = card.querySelector<HTMLElement>('[data-answered]');
      if (count === null) continue;
      count.textContent = `${done} of ${slugs.length} practiced`;
      count.hidden = false;
    }
  }
}

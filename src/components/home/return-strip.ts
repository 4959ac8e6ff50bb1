import { readStorage } from '../../browser/local-storage.ts';
import { readQuestionMarks } from '../../domain/progress/question-marks.ts';
import { readLastRead } from '../../domain/progress/read-last-read.ts';
import { element } from '../button.ts';

/** A line for returning readers: the interview and reviews due, or the last question read. */
export class ReturnStripElement extends HTMLElement {
  connectedCallback(): void {
    const marks = readQuestionMarks(readStorage('guide-marks'));
    this.#markLevels(new Set(marks.keys()));
    const last = readLastRead(readStorage('guide-last'));
    if (marks.size > 0) void this.#showPlan();
    else if (last !== undefined) {
      const part = last.part === undefined ? '' : `#${last.part}`;
      this.#show(`You were reading “${last.title}”`, `q/${last.code}/${part}`, 'Continue reading');
    }
  }

  async #showPlan(): Promise<void> {
    const { planToday } = await import('./plan-today.ts');
    const plan = await planToday(this.dataset['base'] ?? '/');
    if (plan === undefined) return;
    this.#show(plan, 'practice/#1.today', 'Continue');
    this.append(this.#link('progress/', 'Your progress'));
  }

  #show(text: string, path: string, label: string): void {
    const link = this.#link(path, label);
    link.className = 'button';
    this.replaceChildren(element('p', {}, text), link);
    this.hidden = false;
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
      for (const segment of [...card.querySelectorAll('.segments i')].slice(0, done)) {
        segment.className = 'on';
      }
    }
  }
}

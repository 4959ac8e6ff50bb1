import type { SearchEngine } from '../../browser/search-guide.ts';
import type { Excerpt } from '../../domain/search/excerpt.ts';
import type { FoundPage } from '../../domain/search/guide-index.ts';
import { ReadText, type Segment } from '../../domain/search/mark-words.ts';
import type { QueryUnit } from '../../domain/search/read-query.ts';
import type { SearchQuestion } from '../../domain/search/search-data.ts';
import { element } from '../button.ts';

/** A question as a result: one link. Its lower lines have a fixed height before their text loads. */
export class QuestionResult {
  readonly link: HTMLAnchorElement;
  readonly #excerpt = element('span', { className: 'section' });
  readonly #summary: Segment[];
  #isFilled = false;

  constructor(url: string, question: SearchQuestion, label: string, units: readonly QueryUnit[]) {
    this.#summary = new ReadText(question.summary).marked(units);
    const title = element('strong', {}, ...nodes(new ReadText(question.title).marked(units)));
    const place = element('span', { className: 'place' }, label);
    // Spaces between inline elements separate the words of the accessible name.
    this.link = element('a', { href: url }, title, ' ', place, ' ', this.#excerpt);
  }

  fill(excerpt: Excerpt | undefined): void {
    if (this.#isFilled) return;
    this.#isFilled = true;
    if (excerpt === undefined) {
      this.#excerpt.append(...nodes(this.#summary));
      return;
    }
    const { part, segments } = excerpt;
    this.link.hash = part.id;
    const name = element('span', { className: 'part-name' }, part.label);
    this.#excerpt.append(name, ' ', ...nodes(segments));
  }
}

/** A page of another kind, or a term with its definition, which may load a moment later. */
export function pageResult(
  { kind, title, url, names = [], term }: FoundPage,
  engine: SearchEngine,
): HTMLAnchorElement {
  const tag = element('span', { className: 'part-name' }, kind);
  const name = element('strong', {}, title);
  const link = element('a', { className: 'page-result', href: url }, tag, ' ', name);
  if (term === undefined) return link;
  const [expansion = ''] = term.expansion === undefined ? [] : names;
  if (expansion !== '' && expansion !== title) link.append(` ${expansion}`);
  const definition = element('span', { className: 'about' });
  link.append(' ', definition);
  void engine.definition(term).then((text) => {
    definition.textContent = text ?? '';
  });
  return link;
}

function nodes(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text));
}

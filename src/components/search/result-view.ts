import type { SearchEngine } from '../../browser/search-guide.ts';
import type { Excerpt } from '../../domain/search/excerpt.ts';
import type { FoundPage } from '../../domain/search/guide-index.ts';
import { ReadText, type Segment } from '../../domain/search/mark-words.ts';
import type { QueryUnit } from '../../domain/search/read-query.ts';
import type { SearchQuestion } from '../../domain/search/search-data.ts';

/** A question as a result: one link. Its lower lines have a fixed height before their text loads. */
export class QuestionResult {
  readonly link = document.createElement('a');
  readonly #excerpt = span('section');
  readonly #summary: Segment[];
  #isFilled = false;

  constructor(url: string, question: SearchQuestion, label: string, units: readonly QueryUnit[]) {
    this.#summary = new ReadText(question.summary).marked(units);
    this.link.href = url;
    const title = document.createElement('strong');
    title.append(...nodes(new ReadText(question.title).marked(units)));
    const place = span('place');
    place.textContent = label;
    // Spaces between inline elements separate the words of the accessible name.
    this.link.append(title, ' ', place, ' ', this.#excerpt);
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
    const name = span('part-name');
    name.textContent = part.label;
    this.#excerpt.append(name, ' ', ...nodes(segments));
  }
}

/** A page of another kind, or a term with its definition, which may load a moment later. */
export function pageResult(
  { kind, title, url, names = [], term }: FoundPage,
  engine: SearchEngine,
): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'page-result';
  link.href = url;
  const tag = span('part-name');
  tag.textContent = kind;
  const name = document.createElement('strong');
  name.textContent = title;
  link.append(tag, ' ', name);
  if (term === undefined) return link;
  const [expansion = ''] = term.expansion === undefined ? [] : names;
  if (expansion !== '' && expansion !== title) link.append(` ${expansion}`);
  const definition = span('about');
  link.append(' ', definition);
  void engine.definition(term).then((text) => {
    definition.textContent = text ?? '';
  });
  return link;
}

function span(className: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}

function nodes(segments: readonly Segment[]): Node[] {
  return segments.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

import type { InstantIndex } from '../../browser/instant-index.ts';
import type { TermEntry } from '../../domain/search/instant-format.ts';

/** What a view of terms needs to make links. */
export interface TermLinks {
  /** Address of the glossary page. */
  readonly glossary: string;
  /** Address of a search for other words. */
  search(query: string): string;
}

/** Shows the term that the query names with its definition, which may come a moment later. */
export function termCard(term: TermEntry, index: InstantIndex, links: TermLinks): HTMLElement {
  const [id, name, expansion] = term;
  const card = document.createElement('div');
  card.className = 'term-card';
  const heading = document.createElement('a');
  heading.href = `${links.glossary}#${id}`;
  heading.textContent = name;
  const text = document.createElement('p');
  const top = document.createElement('p');
  top.append(heading, expansion === '' || expansion === name ? '' : `: ${expansion}`);
  card.append(top, text);
  void index.definition(id).then((definition) => {
    text.textContent = definition ?? '';
  });
  return card;
}

/** Asks which term is meant. */
export function termChoice(terms: readonly TermEntry[], links: TermLinks): HTMLElement {
  const card = document.createElement('div');
  card.className = 'term-card';
  const question = document.createElement('p');
  question.textContent = 'Which one do you mean?';
  const list = document.createElement('ul');
  for (const [id, name, expansion] of terms) {
    const item = document.createElement('li');
    const narrower = document.createElement('a');
    narrower.href = links.search(name);
    narrower.dataset.query = name;
    narrower.textContent = expansion === '' ? name : `${name}: ${expansion}`;
    const glossary = document.createElement('a');
    glossary.href = `${links.glossary}#${id}`;
    glossary.textContent = 'what it is';
    glossary.setAttribute('aria-label', `${name}: what it is`);
    item.append(narrower, ' (', glossary, ')');
    list.append(item);
  }
  card.append(question, list);
  return card;
}

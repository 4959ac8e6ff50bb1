import type { UsedTerm } from '../../domain/glossary/terms-of-questions.ts';

/** A term on the page. While a filter shows it, its element is in the results. */
export interface ShownTerm extends UsedTerm {
  readonly element: HTMLElement;
  readonly home: HTMLElement;
  readonly names: string;
  readonly lookAlikes: readonly string[];
}

export function readTerm(term: HTMLElement): ShownTerm {
  const { also = '', topics = '', used = '' } = term.dataset;
  const links = [...term.querySelectorAll<HTMLAnchorElement>('dd > p > a')];
  return {
    id: term.id,
    element: term,
    home: term.parentElement as HTMLElement,
    names: `${term.querySelector('dt')?.textContent.trim()} ${also}`.toLowerCase(),
    topics: topics.split(' '),
    usedBy: used.split(' '),
    lookAlikes: links.map(({ hash }) => hash.slice(1)),
  };
}

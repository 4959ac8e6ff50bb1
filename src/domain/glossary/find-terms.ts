import type { TermData } from '../../schemas/term.ts';

export interface Term extends TermData {
  readonly id: string;
}

export interface FoundTerm {
  readonly id: string;
  readonly start: number;
  /** The index after the term's last character. */
  readonly end: number;
}

export type TermFinder = (text: string) => FoundTerm[];

/**
 * Creates a function that finds terms in text. Acronyms and names must match the case exactly, but
 * a lowercase term may start with a capital, as at the start of a sentence. A plural s is part of
 * the match. If two terms start at the same word, the longer one wins.
 */
export function termFinder(terms: readonly Term[]): TermFinder {
  const ids = new Map<string, string>();
  const add = (id: string, name: string): void => {
    for (const form of formsOf(name)) if (!ids.has(form)) ids.set(form, id);
  };
  for (const { id, term, expansion } of terms) {
    add(id, term);
    if (expansion !== undefined) add(id, expansion);
  }
  // Acronyms among the aliases are added last, so that a term with the same name takes precedence.
  for (const { id, aliases } of terms) {
    for (const alias of aliases) if (isAcronym(alias)) add(id, alias);
  }
  const names = [...ids.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  if (names.length === 0) return () => [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(${names.join('|')})s?(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    const matches: FoundTerm[] = [];
    // Don't use `matchAll`. It copies the expression, so V8 would have to compile this large
    // pattern again.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const id = ids.get(match[1] ?? '');
      if (id !== undefined) matches.push({ id, start: match.index, end: pattern.lastIndex });
    }
    return matches;
  };
}

const finders = new WeakMap<ReadonlyMap<string, Term>, TermFinder>();

/**
 * Returns the function that finds the terms to mark. The function is created only once for each
 * glossary.
 */
export function finderOf(terms: ReadonlyMap<string, Term>): TermFinder {
  const known = finders.get(terms);
  if (known !== undefined) return known;
  const find = termFinder([...terms.values()].filter(({ everyday }) => !everyday));
  finders.set(terms, find);
  return find;
}

function isAcronym(name: string): boolean {
  return /^[A-Z][A-Za-z0-9-]*$/.test(name) && (name.match(/[A-Z]/g)?.length ?? 0) >= 2;
}

function formsOf(name: string): string[] {
  const isPhrase = name === name.toLowerCase();
  return isPhrase ? [name, name.charAt(0).toUpperCase() + name.slice(1)] : [name];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

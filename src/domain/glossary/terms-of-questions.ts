export interface UsedTerm {
  readonly id: string;
  readonly topics: readonly string[];
  /** Codes of the questions that use the term. */
  readonly usedBy: readonly string[];
}

export interface AskedQuestion {
  readonly code: string;
  readonly topics: readonly string[];
}

/**
 * Returns at most `max` terms, each with the code of the question that it was picked for. Takes one
 * term for each question in turn. Prefers terms on the question's own topics, and then terms that
 * fewer questions use.
 */
export function termsOfQuestions(
  questions: readonly AskedQuestion[],
  terms: readonly UsedTerm[],
  max: number,
): { readonly id: string; readonly code: string }[] {
  const lists = questions.map(({ code, topics }) => {
    const strangeness = ({ topics: own }: UsedTerm): number =>
      own.some((topic) => topics.includes(topic)) ? 0 : 1;
    return terms
      .filter(({ usedBy }) => usedBy.includes(code))
      .sort((a, b) => strangeness(a) - strangeness(b) || a.usedBy.length - b.usedBy.length)
      .map(({ id }) => ({ id, code }));
  });
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  ).flat();
  const seen = new Set<string>();
  return inTurn.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, max);
}

/** Returns the terms that the most questions use, for readers without a plan. */
export function mostUsed<Term extends Pick<UsedTerm, 'usedBy'>>(
  terms: readonly Term[],
  max: number,
): Term[] {
  return terms.toSorted((a, b) => b.usedBy.length - a.usedBy.length).slice(0, max);
}

/** A term with the ids of the terms that people confuse it with. */
export interface Confusable {
  readonly id: string;
  readonly lookAlikes: readonly string[];
}

/**
 * Groups terms with their look-alikes, so that they can be read side by side. A group is a term and
 * those of its look-alikes that are in the list and not yet in another group. Terms with the most
 * look-alikes go first. Groups and the remaining terms (`others`) keep the order of the list.
 */
export function sideBySide<Term extends Confusable>(
  terms: readonly Term[],
): { readonly groups: readonly (readonly Term[])[]; readonly others: readonly Term[] } {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const grouped = new Map<Term, readonly Term[]>();
  const remaining = ({ lookAlikes }: Term): Term[] =>
    lookAlikes.flatMap((id) => byId.get(id) ?? []).filter((other) => !grouped.has(other));
  for (const term of terms.toSorted((a, b) => remaining(b).length - remaining(a).length)) {
    const others = remaining(term);
    if (grouped.has(term) || others.length === 0) continue;
    const group = [term, ...others];
    for (const each of group) grouped.set(each, group);
  }
  return {
    groups: [...new Set(terms.flatMap((term) => [grouped.get(term) ?? []]))].filter(
      ({ length }) => length > 0,
    ),
    others: terms.filter((term) => !grouped.has(term)),
  };
}

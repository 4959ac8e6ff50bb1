import { type Role, roles } from '../../guide.ts';

/**
 * Returns the role with an id, or undefined if the reader chose none, or one that this guide
 * doesn't have.
 */
export function roleOf(id: string | undefined): Role | undefined {
  return roles.find((role) => role.id === id);
}

/** Weight of an entry's second, third, … topic, compared with the one before. */
const lessCentral = 0.5;

/** Factor for a topic each time an earlier entry covered it, so that topics alternate. */
const covered = 0.7;

/**
 * Returns the entries in the order in which they matter for a role. Entries whose topics weigh the
 * most come first, and topics that were already covered weigh less. Equal entries keep their order,
 * and without a role all do.
 *
 * @param entries the entries, each with its topics, the most central first
 */
export function orderForRole<Entry extends { readonly topics: readonly string[] }>(
  entries: readonly Entry[],
  id: string | undefined,
): readonly Entry[] {
  const weights = roleOf(id)?.weights;
  if (weights === undefined) return entries;
  const times = new Map<string, number>();
  // Use the mean, so that a question doesn't rank higher just because it has many topics.
  const worthOf = ({ topics }: Entry): number => {
    let sum = 0;
    let whole = 0;
    topics.forEach((topic, place) => {
      const share = lessCentral ** place;
      const weight = Object.hasOwn(weights, topic) ? (weights[topic] ?? 0) : 0;
      sum += weight * share * covered ** (times.get(topic) ?? 0);
      whole += share;
    });
    return whole === 0 ? 0 : sum / whole;
  };
  const rest = [...entries];
  const ordered: Entry[] = [];
  while (rest.length > 0) {
    const values = rest.map(worthOf);
    const [next] = rest.splice(values.indexOf(Math.max(...values)), 1);
    if (next === undefined) break;
    ordered.push(next);
    next.topics.forEach((topic, place) => {
      times.set(topic, (times.get(topic) ?? 0) + lessCentral ** place);
    });
  }
  return ordered;
}

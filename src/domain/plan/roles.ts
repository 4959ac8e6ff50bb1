import { type Role, roles } from '../../guide-settings.ts';

export function roleOf(id: string | undefined): Role | undefined {
  return roles.find((role) => role.id === id);
}

/** Weight of each additional topic in an entry, relative to the one before it. */
const lessCentral = 0.5;

/**
 * Each time an earlier entry covers a topic, the topic's weight is multiplied by this, so that
 * topics alternate. For an entry's later topics, the multiplier is closer to 1.
 */
const covered = 0.7;

/**
 * Sorts entries by how much they matter for a role. Entries whose topics weigh the most come first,
 * but topics that earlier entries covered weigh less. Equal entries keep their order. If there is
 * no role, all entries do.
 *
 * @param entries the entries, each with its topics, most central first
 */
export function orderForRole<Entry extends { readonly topics: readonly string[] }>(
  entries: readonly Entry[],
  id: string | undefined,
): readonly Entry[] {
  const weights = roleOf(id)?.weights;
  if (weights === undefined) return entries;
  const times = new Map<string, number>();
  // Use the mean, so a question doesn't rank higher just because it has many topics.
  const worthOf = ({ topics }: Entry): number => {
    let sum = 0;
    let whole = 0;
    topics.forEach((topic, index) => {
      const share = lessCentral ** index;
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
    next.topics.forEach((topic, index) => {
      times.set(topic, (times.get(topic) ?? 0) + lessCentral ** index);
    });
  }
  return ordered;
}

import type { Guide } from '../guide/build-guide.ts';

/**
 * For each question, returns the sources on all its main topics that it doesn't cite, newest
 * first. A question's main topics are its first two. The topics of a source are the main topics of
 * the questions that cite it and all topics of the terms that cite it.
 *
 * @param since sources published before this date (`2026` or `2026-01`) are left out
 */
export function uncitedSources(guide: Guide, since: string) {
  const topics = topicsOfSources(guide);
  return guide.questions.map((question) => {
    const main = question.topics.slice(0, 2);
    const sources = [...guide.sources.values()]
      .filter(({ id, published }) => published >= since && !question.sources.includes(id))
      .filter(({ id }) => main.every((topic) => topics.get(id)?.has(topic)))
      .sort((a, b) => b.published.localeCompare(a.published, 'en'));
    return { question, sources };
  });
}

function topicsOfSources({ questions, terms }: Guide): ReadonlyMap<string, ReadonlySet<string>> {
  const topics = new Map<string, Set<string>>();
  const add = (id: string, more: readonly string[]): void => {
    topics.set(id, new Set([...(topics.get(id) ?? []), ...more]));
  };
  // The first two topics of a question are its subject. Any others are broader.
  for (const question of questions) {
    for (const id of question.sources) add(id, question.topics.slice(0, 2));
  }
  for (const term of terms.values()) add(term.source, term.topics);
  return topics;
}

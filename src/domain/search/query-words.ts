/** Words that carry no subject; a query is searched without them when it is searched in parts. */
const stopWords = new Set(
  (
    'a about after all am an and any are as at be because been before being between but by can ' +
    'could did do does doing don for from get give go had has have having he her his how i if in ' +
    'into is it its just like make me my need no not of on or our out over s she should so some ' +
    'such t than that the their them then there these they this those to too up us use using very ' +
    'vs was we were what when where which while who why will with without would you your'
  ).split(' '),
);

/** Most words of a query that are searched one by one. */
export const mostWords = 12;

/** A query without markup, which nobody searches for; the text within stays. */
export function searchableText(query: string): string {
  return query
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The words of a query that carry its subject, in order and without repeats. If it has none,
 * all its words.
 */
export function subjectWords(query: string): string[] {
  const words = query
    .toLowerCase()
    .split(/[\s,;:!?"“”'’()[\]{}<>/\\|]+/)
    .map((word) => word.replace(/^[-.]+|[-.]+$/g, ''))
    .filter((word) => word !== '');
  const subject = words.filter((word) => !stopWords.has(word));
  return [...new Set(subject.length > 0 ? subject : words)].slice(0, mostWords);
}

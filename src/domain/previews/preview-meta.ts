import type { Subject } from '../guide/subject.ts';
import type { Site } from '../links/paths.ts';
import { cardOf, cardSize, cardWords, previewPath } from './card.ts';

/**
 * Returns the metadata for link previews (https://ogp.me), which social networks and chat apps
 * read.
 */
export function previewMeta(
  subject: Subject | undefined,
  { origin, paths }: Site,
): readonly (readonly [property: string, content: string])[] {
  const card = cardOf(subject);
  return [
    ['og:type', subject?.kind === 'question' ? 'article' : 'website'],
    ['og:image', origin + paths.file(previewPath(card))],
    ['og:image:width', `${cardSize.width}`],
    ['og:image:height', `${cardSize.height}`],
    ['og:image:alt', cardWords(card)],
  ];
}

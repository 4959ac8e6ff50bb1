import type { Subject } from '../guide/subject.ts';
import type { Site } from '../links/paths.ts';
import { cardOf, cardSize, cardWords, previewPath } from './card.ts';

/**
 * Link preview metadata (https://ogp.me), as property and content. X and other sites read it too.
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

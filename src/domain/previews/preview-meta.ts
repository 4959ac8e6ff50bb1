import type { Subject } from '../guide/subject.ts';
import type { Site } from '../links/paths.ts';
import { cardOf, cardSize, cardWords, previewPath } from './card.ts';

/**
 * What tells chat apps how to show a page (https://ogp.me), as property and content. X and the rest
 * read these too, so there are none for them alone.
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

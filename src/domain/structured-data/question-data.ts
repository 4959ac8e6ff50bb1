import type { LearningResourceLeaf, MergeLeafTypes, WebPageLeaf } from 'schema-dts';
import { levels } from '../../guide.ts';
import type { Question } from '../guide/build-guide.ts';
import type { Site } from '../links/paths.ts';
import { breadcrumb, duration, ofGuide } from './common.ts';

/**
 * The page of a question as a learning resource. `QAPage` is for questions that visitors answer, and
 * `FAQPage` for those that they ask.
 */
export function questionData(
  question: Question,
  site: Site,
): MergeLeafTypes<[WebPageLeaf, LearningResourceLeaf]> {
  const { slug, title, summary, minutes, factsCheckedOn } = question;
  const { origin, paths } = site;
  const level = levels.find(({ id }) => id === question.level)?.label ?? '';
  return {
    '@type': ['WebPage', 'LearningResource'],
    url: origin + paths.question(slug),
    name: title,
    description: summary,
    ...ofGuide(site),
    // The day of the last fact check, as schema.org defines this property.
    lastReviewed: factsCheckedOn,
    educationalLevel: level,
    timeRequired: duration(minutes),
    breadcrumb: breadcrumb(site, [
      [level, paths.level(question.level)],
      [title, paths.question(slug)],
    ]),
  };
}

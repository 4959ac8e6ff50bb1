import type { LearningResourceLeaf, MergeLeafTypes, Question, WebPageLeaf } from 'schema-dts';
import { levels, topics } from '../../guide.ts';
import type { Question as GuideQuestion } from '../guide/build-guide.ts';
import type { Site } from '../links/paths.ts';
import { breadcrumb, duration, ofGuide } from './common.ts';

/**
 * A question and its page. It is a learning resource with an open-ended question: a `QAPage` is for
 * questions that visitors answer, an `FAQPage` for those that they ask.
 */
export function questionData(
  question: GuideQuestion,
  site: Site,
): MergeLeafTypes<[WebPageLeaf, LearningResourceLeaf]> {
  const { slug, title, summary, factsCheckedOn } = question;
  const { origin, paths } = site;
  const level = levels.find(({ id }) => id === question.level)?.label ?? '';
  const about = topics.filter(({ id }) => question.topics.includes(id));
  return {
    '@type': ['WebPage', 'LearningResource'],
    url: origin + paths.question(slug),
    name: title,
    description: summary,
    ...ofGuide(site),
    // The day on which someone compared it with its sources, as schema.org defines this property.
    lastReviewed: factsCheckedOn,
    educationalLevel: level,
    about: about.map(({ label }) => ({ '@type': 'Thing', name: label })),
    breadcrumb: breadcrumb(site, [
      [level, paths.level(question.level)],
      [title, paths.question(slug)],
    ]),
    mainEntity: asked(question, site),
  };
}

/** The answer is referenced by its anchor: its text is on the page and needs no second copy. */
function asked({ title, slug, minutes }: GuideQuestion, { origin, paths }: Site): Question {
  return {
    '@type': 'Question',
    name: title,
    eduQuestionType: 'Open ended',
    timeRequired: duration(minutes),
    acceptedAnswer: { '@type': 'Answer', url: origin + paths.question(slug, 'answer') },
  };
}

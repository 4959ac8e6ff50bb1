import type {
  BreadcrumbList,
  CollectionPageLeaf,
  DefinedTerm,
  DefinedTermSet,
  ItemList,
  JsonLdObject,
  LearningResourceLeaf,
  ListItem,
  MergeLeafTypes,
  WebPageLeaf,
  WebSite,
  WithContext,
} from 'schema-dts';
import { levels, settings } from '../../guide-settings.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { labelOf } from '../guide/label-of.ts';
import type { Subject } from '../guide/subject.ts';
import { mainPages } from '../links/main-pages.ts';
import type { Site } from '../links/paths.ts';

/** Structured data for search engines (https://schema.org). */
export function structuredData(
  subject: Subject,
  guide: Guide,
  site: Site,
): WithContext<JsonLdObject> {
  return { '@context': 'https://schema.org', ...dataOf(subject, guide, site) };
}

/**
 * Returns structured data as text for a `script` element, escaped so that nothing in it can close
 * the element.
 */
export function jsonLd(data: JsonLdObject): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

type Lesson = MergeLeafTypes<[WebPageLeaf, LearningResourceLeaf]>;
type Course = MergeLeafTypes<[CollectionPageLeaf, LearningResourceLeaf]>;

function dataOf(subject: Subject, guide: Guide, site: Site) {
  const { origin, paths } = site;
  const { topics, learningPaths, labs, glossary } = mainPages;
  switch (subject.kind) {
    case 'guide':
      return siteData(site);
    case 'glossary':
      return {
        '@type': 'DefinedTermSet',
        url: origin + paths.glossary,
        name: glossary.name,
        ...ofGuide,
        // The definitions are left out, because they are on the page.
        hasDefinedTerm: [...guide.terms.values()].map(
          ({ id, term }): DefinedTerm => ({
            '@type': 'DefinedTerm',
            name: term,
            url: origin + paths.term(id),
          }),
        ),
      } satisfies DefinedTermSet;
    case 'question': {
      const { slug, title, summary, minutes, factsCheckedOn } = subject.question;
      const level = labelOf(levels, subject.question.level);
      const way = [[level, paths.level(subject.question.level)]] as const;
      // Not a `QAPage`, which is for questions that visitors answer, or a `FAQPage`, which is for
      // questions that they ask.
      return {
        '@type': ['WebPage', 'LearningResource'],
        ...page(site, way, [title, paths.question(slug)], summary),
        // Schema.org defines this as the date of the last review for accuracy.
        lastReviewed: factsCheckedOn,
        educationalLevel: level,
        timeRequired: duration(minutes),
      } satisfies Lesson;
    }
    case 'level':
    case 'topic': {
      const isTopic = subject.kind === 'topic';
      const { id, label, description, questions } = isTopic ? subject.topic : subject.level;
      const way = isTopic ? [[topics.name, paths.topics] as const] : [];
      const path = isTopic ? paths.topic(id) : paths.level(id);
      return {
        '@type': 'CollectionPage',
        ...page(site, way, [label, path], description),
        mainEntity: itemList(questions, site),
      } satisfies CollectionPageLeaf;
    }
    case 'path': {
      const { id, title, purpose, minutes, questions } = subject.path;
      const listed = questions.flatMap(({ code }) => guide.byCode.get(code) ?? []);
      return {
        '@type': ['CollectionPage', 'LearningResource'],
        ...page(
          site,
          [[learningPaths.name, paths.learningPaths]],
          [title, paths.learningPath(id)],
          purpose,
        ),
        timeRequired: duration(minutes),
        mainEntity: itemList(listed, site),
      } satisfies Course;
    }
    case 'lab': {
      const { id, title, guess } = subject.lab;
      return {
        '@type': ['WebPage', 'LearningResource'],
        ...page(site, [[labs.name, paths.labs]], [title, paths.lab(id)], guess.question),
        learningResourceType: 'simulation',
        interactivityType: 'active',
      } satisfies Lesson;
    }
  }
}

function siteData({ origin, paths }: Site): WebSite {
  return {
    '@type': 'WebSite',
    url: origin + paths.home,
    name: settings.title,
    alternateName: settings.shortTitle,
    description: settings.description,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: settings.license,
  };
}

/**
 * Properties that all pages share. There is no `isPartOf`, because the breadcrumb shows which site
 * the page belongs to.
 */
const ofGuide = { inLanguage: 'en', license: settings.license } as const;

type NamedPath = readonly [name: string, path: string];

/**
 * Returns the properties that all pages except the start page and the glossary have.
 * @param way the pages between the start page and this one
 */
function page(site: Site, way: readonly NamedPath[], self: NamedPath, description: string) {
  const { origin, paths } = site;
  const breadcrumb: BreadcrumbList = {
    '@type': 'BreadcrumbList',
    itemListElement: [[settings.shortTitle, paths.home] as const, ...way, self].map(
      ([name, path], index): ListItem => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: origin + path,
      }),
    ),
  };
  const [name, path] = self;
  return { url: origin + path, name, description, ...ofGuide, breadcrumb };
}

function itemList(questions: readonly Question[], { origin, paths }: Site): ItemList {
  return {
    '@type': 'ItemList',
    itemListOrder: 'https://schema.org/ItemListOrderAscending',
    numberOfItems: questions.length,
    itemListElement: questions.map(
      ({ slug, title }, index): ListItem => ({
        '@type': 'ListItem',
        position: index + 1,
        name: title,
        url: origin + paths.question(slug),
      }),
    ),
  };
}

/** Returns an ISO 8601 duration. Fractions of a minute become seconds. */
export function duration(minutes: number): string {
  const seconds = (minutes % 1) * 60;
  return `PT${Math.floor(minutes)}M${seconds === 0 ? '' : `${seconds}S`}`;
}

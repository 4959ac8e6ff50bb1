import type {
  CollectionPage,
  CollectionPageLeaf,
  ItemList,
  LearningResourceLeaf,
  MergeLeafTypes,
} from 'schema-dts';
import type { Group, Guide, LearningPath, Question } from '../guide/build-guide.ts';
import type { Site } from '../links/paths.ts';
import { breadcrumb, duration, ofGuide } from './common.ts';

/** A level or a topic with the URLs of its questions. */
export function groupData(
  { label, description, questions }: Group<string>,
  way: readonly (readonly [name: string, path: string])[],
  site: Site,
): CollectionPage {
  return {
    '@type': 'CollectionPage',
    url: site.origin + (way.at(-1)?.[1] ?? site.paths.home),
    name: label,
    description,
    ...ofGuide(site),
    breadcrumb: breadcrumb(site, way),
    mainEntity: itemList(questions, site),
  };
}

/** A learning path with the URLs of its questions in order. */
export function pathData(
  { id, title, purpose, minutes, questions }: LearningPath,
  { byCode }: Guide,
  site: Site,
): MergeLeafTypes<[CollectionPageLeaf, LearningResourceLeaf]> {
  const { origin, paths } = site;
  return {
    '@type': ['CollectionPage', 'LearningResource'],
    url: origin + paths.path(id),
    name: title,
    description: purpose,
    ...ofGuide(site),
    timeRequired: duration(minutes),
    breadcrumb: breadcrumb(site, [
      ['Learning paths', paths.paths],
      [title, paths.path(id)],
    ]),
    mainEntity: itemList(
      questions.flatMap(({ code }) => byCode.get(code) ?? []),
      site,
    ),
  };
}

function itemList(questions: readonly Question[], { origin, paths }: Site): ItemList {
  return {
    '@type': 'ItemList',
    itemListOrder: 'https://schema.org/ItemListOrderAscending',
    numberOfItems: questions.length,
    itemListElement: questions.map(({ slug, title }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      url: origin + paths.question(slug),
    })),
  };
}

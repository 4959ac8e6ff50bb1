import type {
  DefinedTermSet,
  LearningResourceLeaf,
  MergeLeafTypes,
  SearchAction,
  WebPageLeaf,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';
import { guide as settings } from '../../guide.ts';
import type { Guide } from '../guide/build-guide.ts';
import type { LabSummary } from '../guide/subject.ts';
import type { Site } from '../links/paths.ts';
import { breadcrumb, ofGuide } from './common.ts';

/** The whole site, with its search. */
export function siteData({ origin, paths }: Site): WebSite {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}${paths.search}?q={words}` },
    'query-input': 'required name=words',
  };
  return {
    '@type': 'WebSite',
    url: origin + paths.home,
    name: settings.title,
    alternateName: settings.shortTitle,
    description: settings.description,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: settings.license,
    potentialAction: search,
  };
}

/** The glossary with the names of its terms; the definitions are on the page. */
export function glossaryData({ terms }: Guide, site: Site): DefinedTermSet {
  const { origin, paths } = site;
  return {
    '@type': 'DefinedTermSet',
    url: origin + paths.glossary,
    name: 'Glossary',
    ...ofGuide(site),
    hasDefinedTerm: [...terms.values()].map(({ id, term }) => ({
      '@type': 'DefinedTerm',
      name: term,
      url: origin + paths.term(id),
    })),
  };
}

/** A lab: something to try out, not to read. */
export function labData(
  { id, title, guess }: LabSummary,
  site: Site,
): MergeLeafTypes<[WebPageLeaf, LearningResourceLeaf]> {
  const { origin, paths } = site;
  return {
    '@type': ['WebPage', 'LearningResource'],
    url: origin + paths.lab(id),
    name: title,
    description: guess.question,
    ...ofGuide(site),
    learningResourceType: 'simulation',
    interactivityType: 'active',
    breadcrumb: breadcrumb(site, [
      ['Labs', paths.labs],
      [title, paths.lab(id)],
    ]),
  };
}

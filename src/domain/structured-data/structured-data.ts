import type { JsonLdObject, WithContext } from 'schema-dts';
import type { Guide } from '../guide/build-guide.ts';
import type { Subject } from '../guide/subject.ts';
import type { Site } from '../links/paths.ts';
import { glossaryData, labData, siteData } from './guide-data.ts';
import { groupData, pathData } from './list-data.ts';
import { questionData } from './question-data.ts';

/** Structured data of a page for search engines: https://schema.org. */
export function structuredData(
  subject: Subject,
  guide: Guide,
  site: Site,
): WithContext<JsonLdObject> {
  return { '@context': 'https://schema.org', ...dataOf(subject, guide, site) };
}

/**
 * Structured data as the text of a `script` element, escaped so that nothing in it can close it.
 */
export function jsonLd(data: JsonLdObject): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function dataOf(subject: Subject, guide: Guide, site: Site) {
  const { paths } = site;
  switch (subject.kind) {
    case 'guide':
      return siteData(site);
    case 'question':
      return questionData(subject.question, site);
    case 'level': {
      const { id, label } = subject.level;
      return groupData(subject.level, [[label, paths.level(id)]], site);
    }
    case 'topic': {
      const { id, label } = subject.topic;
      const way = [
        ['Topics', paths.topics],
        [label, paths.topic(id)],
      ] as const;
      return groupData(subject.topic, way, site);
    }
    case 'path':
      return pathData(subject.path, guide, site);
    case 'lab':
      return labData(subject.lab, site);
    case 'glossary':
      return glossaryData(guide, site);
  }
}

import { guide as settings } from '../../guide.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { dayOf, type ExportSource } from './export.ts';
import { glossaryList, sourceList, termAnchor } from './library-sections.ts';
import { escapeXml } from './part-html.ts';
import { questionSection } from './question-section.ts';

/** A chapter file: name, heading, XHTML. */
export interface Chapter {
  readonly name: string;
  readonly title: string;
  /** Content of its `<body>`. */
  readonly body: string;
}

/** The first page. */
export function titlePage(source: ExportSource): Chapter {
  const home = source.address(source.paths.home);
  const day = dayOf(source);
  const web =
    home === undefined ? '' : `<p>The guide on the web: <a href="${home}">${home}</a></p>`;
  return {
    name: 'title',
    title: settings.title,
    body: `<h1>${escapeXml(settings.title)}</h1><p>${escapeXml(settings.description)}</p><p>As of <time datetime="${day}">${day}</time>.</p>${web}<p>${escapeXml(settings.disclaimer)}</p><p>License of the text: <a href="${settings.license}">Creative Commons Attribution 4.0 International</a></p>`,
  };
}

/** A question with all its parts; links to content of the book stay in the book. */
export function questionChapter(question: Question, source: ExportSource): Chapter {
  return {
    name: `q-${question.code}`,
    title: question.title,
    body: questionSection(question, source, {
      heading: 1,
      question: (code) => `q-${code}.xhtml`,
      term: (id) => `glossary.xhtml#${termAnchor(id)}`,
      elsewhere: source.address,
    }),
  };
}

/** All terms, in alphabetical order. */
export function glossaryChapter(guide: Guide): Chapter {
  return {
    name: 'glossary',
    title: 'Glossary',
    body: `<h1>Glossary</h1>${glossaryList(guide)}`,
  };
}

/** All sources with their summaries. */
export function sourcesChapter(guide: Guide): Chapter {
  return {
    name: 'sources',
    title: 'Sources',
    body: `<h1>Sources</h1>${sourceList(guide)}`,
  };
}

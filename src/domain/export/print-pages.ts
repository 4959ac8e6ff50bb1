import { type LevelId, levels, licenseName, settings } from '../../guide-settings.ts';
import { counted, escapeXml } from '../../lib/text.ts';
import type { Group } from '../guide/build-guide.ts';
import { previewMeta } from '../previews/preview-meta.ts';
import { dateText } from '../words/date-text.ts';
import { type Download, dayOf, type Export, type ExportSource } from './export.ts';
import { glossaryList, questionSection, sourceList, termAnchor } from './question-section.ts';

/** Path of the page with the whole guide. The PDF is printed from it. */
export const wholeGuide = 'print/';

/** The guide as a PDF. Only `npm run pdf` makes it, because printing needs a browser. */
export const pdfDownload: Download = {
  path: 'downloads/guide.pdf',
  title: 'The guide as PDF',
  group: 'read',
  purpose: 'All questions with every part open, the glossary, and the sources.',
  use: 'Read it on a tablet, mark it up, or print it. It fits A4 and Letter.',
  printPages: [
    { path: wholeGuide, name: 'the whole guide' },
    ...levels.map(({ id, label }) => ({ path: `${wholeGuide}${id}/`, name: label })),
  ],
};

interface PrintPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly levels: readonly Group<LevelId>[];
  readonly hasLibrary: boolean;
}

/**
 * Pages for paper and for the PDF, with every part open: one for the whole guide, and one for each
 * level.
 */
export const printPages: Export = {
  downloads: [pdfDownload],
  make: (source) =>
    pagesOf(source).map((page) => ({
      path: `${page.path.slice(source.paths.home.length)}index.html`,
      content: html(page, source),
    })),
};

function pagesOf({ guide, paths }: ExportSource): PrintPage[] {
  return [
    {
      path: paths.print,
      title: settings.title,
      description: settings.description,
      levels: guide.levels,
      hasLibrary: true,
    },
    ...guide.levels.map((level) => ({
      path: paths.printLevel(level.id),
      title: `${settings.title}: ${level.label}`,
      description: level.description,
      levels: [level],
      hasLibrary: false,
    })),
  ];
}

function html(page: PrintPage, source: ExportSource): string {
  const { origin, paths } = source;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<title>${escapeXml(page.title)}</title>
<meta name="robots" content="noindex"/>
<meta name="referrer" content="no-referrer"/>
${meta(page, source)}
<link rel="canonical" href="${origin}${page.path}"/>
<link rel="icon" href="${paths.file('favicon.svg')}"/>
<link rel="stylesheet" href="${paths.file('print.css')}"/>
</head>
<body>
${titlePage(page, source)}
${contents(page)}
<main>
${page.levels.map((level) => levelSection(level, page, source)).join('')}${page.hasLibrary ? library(source) : ''}
</main>
</body>
</html>
`;
}

function meta({ path, title, description }: PrintPage, source: ExportSource): string {
  const properties = [
    ['og:title', title],
    ['og:description', description],
    ['og:url', source.origin + path],
    ['og:site_name', settings.shortTitle],
    ...previewMeta(undefined, source),
  ] as const;
  return [
    `<meta name="description" content="${escapeXml(description)}"/>`,
    '<meta name="twitter:card" content="summary_large_image"/>',
    ...properties.map(
      ([name, content]) => `<meta property="${name}" content="${escapeXml(content)}"/>`,
    ),
  ].join('\n');
}

function titlePage(page: PrintPage, source: ExportSource): string {
  const { title, description, levels, hasLibrary } = page;
  const count = levels.reduce((sum, { questions }) => sum + questions.length, 0);
  const questions = counted(count, 'question');
  const summary = hasLibrary ? `${questions}, the glossary, and the sources` : questions;
  const day = dayOf(source);
  const { address, paths } = source;
  const home = address(paths.home);
  const web = home === undefined ? '' : ` The guide on the web: <a href="${home}">${home}</a>`;
  return `<header>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(description)}</p>
<p>${summary}, as of <time datetime="${day}">${dateText(day)}</time>.${web}</p>
<p>${escapeXml(settings.disclaimer)}</p>
<p>Text: <a href="${settings.license}">${escapeXml(licenseName)}</a>.</p>
</header>`;
}

function contents({ levels, hasLibrary }: PrintPage): string {
  const entry = (anchor: string, words: string, inner = ''): string =>
    `<li><a href="#${anchor}">${escapeXml(words)}</a>${inner}</li>`;
  const ofLevel = ({ id, label, questions }: Group<LevelId>): string =>
    entry(
      `level-${id}`,
      label,
      `<ul>${questions.map(({ code, number, title }) => entry(`q-${code}`, `${number}. ${title}`)).join('')}</ul>`,
    );
  const rest = hasLibrary ? entry('glossary', 'Glossary') + entry('sources', 'Sources') : '';
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>${levels.map(ofLevel).join('')}${rest}</ul></nav>`;
}

function levelSection(level: Group<LevelId>, page: PrintPage, source: ExportSource): string {
  const all = page.levels.flatMap(({ questions }) => questions);
  const included = new Set(all.map(({ code }) => code));
  const form = {
    heading: 3,
    question: (code: string) => (included.has(code) ? `#q-${code}` : undefined),
    term: (id: string) => (page.hasLibrary ? `#${termAnchor(id)}` : undefined),
    // Unlike a full URL, a path still works if the whole site moves.
    elsewhere: (path: string) => path,
  } as const;
  const articles = level.questions.map(
    (question) => `<article>${questionSection(question, source, form)}</article>`,
  );
  return `<section class="level"><h2 id="level-${level.id}">${escapeXml(level.label)}</h2><p>${escapeXml(level.description)}</p>
${articles.join('\n')}</section>
`;
}

function library({ guide }: ExportSource): string {
  return `<section class="library"><h2 id="glossary">Glossary</h2>${glossaryList(guide)}</section>
<section class="library sources"><h2 id="sources">Sources</h2>${sourceList(guide)}</section>`;
}

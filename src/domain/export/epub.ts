import { Renderer } from '@takumi-rs/core';
import { strToU8, zipSync } from 'fflate';
import { levels, licenseName, settings } from '../../guide-settings.ts';
import { escapeXml } from '../../lib/text.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { box, text } from '../previews/draw-card.ts';
import { dateText } from '../words/date-text.ts';
import { dayOf, type Export, type ExportSource } from './export.ts';
import { glossaryList, questionSection, sourceList, termAnchor } from './question-section.ts';

/**
 * The questions, the glossary, and the sources as a book (EPUB 3.3,
 * https://www.w3.org/TR/epub-33/).
 */
export const epub: Export = {
  downloads: [
    {
      path: 'downloads/guide.epub',
      title: 'The guide as an EPUB book',
      group: 'read',
      purpose:
        'All questions, the glossary, and the sources, to read offline on a phone or e-reader.',
      use: 'Open it with Apple Books, Google Play Books, Kobo, KOReader, or another EPUB reader. For Kindle, use “Send to Kindle.”',
    },
  ],
  async *make(source) {
    yield { path: 'downloads/guide.epub', content: await makeEpub(source) };
  },
};

/**
 * The date of every file in the package. It is fixed, so the same content always gives the same
 * bytes.
 */
const mtime = new Date(1980, 0, 1, 12);

async function makeEpub(source: ExportSource): Promise<Uint8Array> {
  const chapters = chaptersOf(source);
  const contents = { name: 'nav', title: 'Contents', body: navigation(source.guide) };
  return zipSync({
    // This file must come first and be uncompressed, because readers look for it at a fixed offset.
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }],
    'META-INF/container.xml': file(container),
    'EPUB/package.opf': file(packageFile(chapters, source)),
    'EPUB/nav.xhtml': file(page(contents)),
    'EPUB/cover.png': [await drawCover(source), { level: 0, mtime }],
    'EPUB/styles.css': file(styles),
    ...Object.fromEntries(chapters.map((one) => [`EPUB/${one.name}.xhtml`, file(page(one))])),
  });
}

function file(text: string): [Uint8Array, { level: 9; mtime: Date }] {
  return [strToU8(text), { level: 9, mtime }];
}

/** Each chapter is one file. The body is XHTML. */
interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly body: string;
}

function chaptersOf(source: ExportSource): Chapter[] {
  const { guide } = source;
  return [
    titlePage(source),
    ...guide.levels.flatMap(({ id, label, description, questions }) => [
      {
        name: `level-${id}`,
        title: label,
        body: `<h1>${escapeXml(label)}</h1><p>${escapeXml(description)}</p>`,
      },
      ...questions.map((question) => questionChapter(question, source)),
    ]),
    { name: 'glossary', title: 'Glossary', body: `<h1>Glossary</h1>${glossaryList(guide)}` },
    { name: 'sources', title: 'Sources', body: `<h1>Sources</h1>${sourceList(guide)}` },
  ];
}

function titlePage(source: ExportSource): Chapter {
  const home = source.address(source.paths.home);
  const day = dayOf(source);
  const web =
    home === undefined ? '' : `<p>The guide on the web: <a href="${home}">${home}</a></p>`;
  const blocks = [
    `<h1>${escapeXml(settings.title)}</h1>`,
    `<p>${escapeXml(settings.description)}</p>`,
    `<p>As of <time datetime="${day}">${dateText(day)}</time>.</p>`,
    web,
    `<p>${escapeXml(settings.disclaimer)}</p>`,
    `<p>Text license: <a href="${settings.license}">${escapeXml(licenseName)}</a></p>`,
  ];
  return { name: 'title', title: settings.title, body: blocks.join('') };
}

/** Links to questions, terms, and the question's own sources stay within the book. */
function questionChapter(question: Question, source: ExportSource): Chapter {
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

function page({ title, body }: Chapter): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="styles.css"/></head>
<body>${body}</body>
</html>
`;
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function navigation(guide: Guide): string {
  const link = (name: string, title: string, type?: string): string =>
    `<a${type === undefined ? '' : ` epub:type="${type}"`} href="${name}.xhtml">${escapeXml(title)}</a>`;
  const item = (name: string, title: string, inner = ''): string =>
    `<li>${link(name, title)}${inner}</li>`;
  // Numbers are part of the text, because a numbered list would start over at 1 in each level.
  const inLevel = (questions: readonly Question[]): string =>
    `<ol>${questions.map(({ code, number, title }) => item(`q-${code}`, `${number}. ${title}`)).join('')}</ol>`;
  const contents = `${item('title', settings.title)}${guide.levels
    .map(({ id, label, questions }) => item(`level-${id}`, label, inLevel(questions)))
    .join('')}${item('glossary', 'Glossary')}${item('sources', 'Sources')}`;
  const landmarks = [
    link('nav', 'Contents', 'toc'),
    link(`level-${levels[0].id}`, 'Questions', 'bodymatter'),
    link('glossary', 'Glossary', 'glossary'),
    link('sources', 'Sources', 'bibliography'),
  ].map((one) => `<li>${one}</li>`);
  const toc = '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">';
  const marks = '<nav epub:type="landmarks" id="landmarks" aria-label="Landmarks" hidden="hidden">';
  return `${toc}<h1 id="contents">Contents</h1><ol>${contents}</ol></nav>
${marks}<ol>${landmarks.join('')}</ol></nav>`;
}

const accessibilitySummary =
  'Text with headings, lists, tables, and links. ' +
  'Drawings have text alternatives and follow the reader’s color mode.';

function packageFile(chapters: readonly Chapter[], source: ExportSource): string {
  const modified = new Date(source.madeAt * 1000).toISOString().replace('.000', '');
  const items = chapters.map(
    ({ name, body }) =>
      `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${body.includes('<svg') ? ' properties="svg"' : ''}/>`,
  );
  const [first = '', ...others] = chapters.map(({ name }) => name);
  const spine = [first, 'nav', ...others].map((name) => `<itemref idref="${name}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${settings.uuid}</dc:identifier>
<dc:title>${escapeXml(settings.title)}</dc:title>
<dc:language>en</dc:language>
<dc:creator>${escapeXml(settings.shortTitle)}</dc:creator>
<dc:description>${escapeXml(settings.description)}</dc:description>
<dc:rights>${escapeXml(licenseName)}</dc:rights>
<dc:date>${dayOf(source)}</dc:date>
<meta property="dcterms:modified">${modified}</meta>
<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
<meta property="a11y:certifiedBy" refines="#conformance">${escapeXml(settings.shortTitle)}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">displayTransformability</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">${accessibilitySummary}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
<item id="styles" href="styles.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
${spine.join('\n')}
</spine>
</package>
`;
}

/**
 * The book's styles. Fonts and colors are up to the e-reader, and drawings have their own styles.
 */
const styles = `h1 { font-size: 1.4em; line-height: 1.25; }
h2 { font-size: 1.15em; margin-top: 1.5em; }
h3 { font-size: 1.05em; }
h1, h2, h3, h4, caption, dt { break-after: avoid; page-break-after: avoid; }
thead { break-after: avoid; page-break-after: avoid; }
tr, figure, pre { break-inside: avoid; page-break-inside: avoid; }
table { border-collapse: collapse; font-size: 0.85em; }
th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
dt { font-weight: bold; margin-top: 0.6em; }
dd { margin-left: 1em; }
figure { margin: 1em 0; }
#landmarks { display: none; }
nav ol { list-style: none; padding-left: 0; }
nav ol ol { padding-left: 1.2em; }
.small, .address, figcaption { font-size: 0.85em; }
.address { overflow-wrap: anywhere; }
code { font-family: monospace; }
pre { white-space: pre-wrap; font-size: 0.85em; }
svg { max-width: 100%; }
`;

/**
 * Draws the book's cover as a PNG. Its height is 1.6 times its width, as stores and e-readers
 * expect.
 */
async function drawCover({ look }: Pick<ExportSource, 'look'>): Promise<Uint8Array> {
  const renderer = new Renderer();
  for (const data of look.fonts) await renderer.registerFont(data);
  const count = `${levels.length} levels`;
  const parts = [
    box(
      'stripes',
      levels.map(({ id }) => box('stripe', [], { 'data-level': id })),
    ),
    box('words', [text('title', settings.title), text('role', settings.role)]),
    box('foot', [{ type: 'image', className: 'sign', src: look.sign }, text('count', count)]),
  ];
  return renderer.render(box('cover', parts, { 'data-theme': 'light' }), {
    width: 1000,
    height: 1600,
    format: 'png',
    css: [...look.styles, coverStyles],
  });
}

const coverStyles = `.cover { display: flex; flex-direction: column; width: 100%; height: 100%; padding: 0 90px 90px; background: #ffffff; color: #10282c; font-family: Inter, sans-serif; }
.stripes { display: flex; gap: 12px; height: 220px; margin: 0 -90px; }
.stripe { flex: 1; height: 220px; background: var(--level); }
.words { display: flex; flex: 1; flex-direction: column; justify-content: center; gap: 60px; }
.title { font-size: 120px; font-weight: 600; line-height: 1.1; letter-spacing: -0.02em; text-wrap: balance; }
.role { font-size: 52px; line-height: 1.3; color: #0b6a74; }
.foot { display: flex; align-items: center; gap: 36px; }
.sign { width: 110px; height: 110px; }
.count { font-size: 44px; }`;

import { guide as settings } from '../../guide.ts';
import { sourceStatuses } from '../../schemas/source.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById } from '../guide/parts.ts';
import type { Chapter } from './epub.ts';
import type { ExportSource } from './export.ts';
import { escapeXml, type LinkRule } from './part-html.ts';

/** Parts of a question in the book, in their order; the rest is made from data below. */
const prose = [
  'listening',
  'hint',
  'outline',
  'answer',
  'deeper',
  'rubric',
  'flags',
  'probes',
] as const;

/** The first page. */
export function titlePage(): Chapter {
  return {
    name: 'title',
    title: settings.title,
    body: `<h1>${escapeXml(settings.title)}</h1><p>${escapeXml(settings.description)}</p><p>${escapeXml(settings.disclaimer)}</p>`,
  };
}

/** A question with everything that belongs to it, unfolded. */
export function questionChapter(question: Question, source: ExportSource): Chapter {
  const html = source.htmlOf(question, linksWithin(question, source));
  const part = (id: AnyPartId): string =>
    `<section><h2>${escapeXml(partById(id).label)}</h2>${html[id] ?? ''}</section>`;
  return {
    name: `q-${question.code}`,
    title: question.title,
    body: `<h1>${question.number}. ${escapeXml(question.title)}</h1>
<p class="small">About ${question.minutes} minutes aloud. Facts checked on ${question.factsCheckedOn}.</p>
${prose.map(part).join('\n')}
${citedSources(question, source.guide)}`,
  };
}

/** Links between questions, to terms and to sources stay in the book; all others go to the web. */
function linksWithin(question: Question, { guide, paths, origin }: ExportSource): LinkRule {
  const bySlug = new Map(guide.questions.map(({ slug, code }) => [slug, code]));
  return {
    href: (href) => {
      const number = /^#source-(\d+)$/.exec(href)?.[1];
      if (number !== undefined) return `#source-${number}`;
      if (href.startsWith('#')) return undefined;
      const url = new URL(href, `https://book${paths.question(question.slug)}`);
      if (url.host !== 'book') return href;
      const below = url.pathname.slice(paths.home.length);
      const code = bySlug.get(/^questions\/([^/]+)\/$/.exec(below)?.[1] ?? '');
      if (code !== undefined) return `q-${code}.xhtml`;
      if (below === 'glossary/' && guide.terms.has(url.hash.slice(1)))
        return `glossary.xhtml${url.hash}`;
      return origin + url.pathname + url.hash;
    },
  };
}

function citedSources(question: Question, guide: Guide): string {
  const items = question.sources.flatMap((id, index) => {
    const source = guide.sources.get(id);
    return source === undefined
      ? []
      : [
          `<li id="source-${index + 1}">${escapeXml(source.by)}: <a href="${escapeXml(source.url)}">${escapeXml(source.title)}</a>, ${source.published}, ${sourceStatuses[source.status].label}. Checked on ${source.checkedOn}.</li>`,
        ];
  });
  return `<section><h2>${escapeXml(partById('sources').label)}</h2><ol>${items.join('')}</ol></section>`;
}

/** All terms, in alphabetical order. */
export function glossaryChapter({ terms }: Guide): Chapter {
  const entries = [...terms.values()].map(
    ({ id, term, expansion, definition }) =>
      `<dt id="${id}">${escapeXml(term)}${expansion === undefined ? '' : ` <span class="small">${escapeXml(expansion)}</span>`}</dt><dd>${escapeXml(definition)}</dd>`,
  );
  return {
    name: 'glossary',
    title: 'Glossary',
    body: `<h1>Glossary</h1><dl>${entries.join('\n')}</dl>`,
  };
}

/** All sources, with what each says. */
export function sourcesChapter({ sources }: Guide): Chapter {
  const entries = [...sources.values()].map(
    ({ by, title, url, published, says }) =>
      `<li>${escapeXml(by)}: <a href="${escapeXml(url)}">${escapeXml(title)}</a>, ${published}. ${escapeXml(says)}</li>`,
  );
  return {
    name: 'sources',
    title: 'Sources',
    body: `<h1>Sources</h1><ul>${entries.join('\n')}</ul>`,
  };
}

/** The book's styles: readers bring their own fonts and colors. */
export const epubStyles = `h1 { font-size: 1.4em; line-height: 1.25; }
h2 { font-size: 1.15em; margin-top: 1.5em; }
h3 { font-size: 1.05em; }
table { border-collapse: collapse; font-size: 0.85em; }
th, td { border: 1px solid #888; padding: 0.2em 0.4em; text-align: left; vertical-align: top; }
dt { font-weight: bold; margin-top: 0.6em; }
dd { margin-left: 1em; }
.small, figcaption { font-size: 0.85em; }
code { font-family: monospace; }
svg { max-width: 100%; }
svg text { font-family: sans-serif; font-size: 13px; fill: #222; }
svg .name { font-weight: bold; }
svg .box text { text-anchor: middle; }
svg .box rect { fill: #f4f6f7; stroke: #567; }
svg .arrow, svg .frame { fill: none; stroke: #567; }
svg .head { fill: #567; }
`;

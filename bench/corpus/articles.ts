import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markedParts } from '../../src/domain/export/marked-parts.ts';
import { partHtml, readPartForms } from '../../src/domain/export/part-html.ts';
import type { QuestionSource } from '../../src/domain/guide/build-guide.ts';
import { type AnyPartId, partById } from '../../src/domain/guide/parts.ts';

/** The text of a question page, without the page around it. */
export interface Article {
  readonly slug: string;
  readonly level: string;
  readonly title: string;
  readonly summary: string;
  /** Its parts in page order as plain HTML: text, lists, tables, drawings, and links. */
  readonly parts: readonly { readonly label: string; readonly html: string }[];
}

/**
 * Extracts the articles of the built pages the way the book does, down to plain elements. Related
 * questions are navigation, so they are left out.
 */
export function readArticles(dist: string, questions: readonly QuestionSource[]): Article[] {
  return questions.map(({ slug, data: { level, title, summary } }) => {
    const page = readFileSync(join(dist, 'questions', slug, 'index.html'), 'utf8');
    const html = partHtml(readPartForms(markedParts(page)), { href: (href) => href });
    const parts = (Object.entries(html) as [AnyPartId, string][])
      .filter(([id]) => id !== 'related')
      .map(([id, text]) => ({ label: partById(id).label, html: plain(text, id) }));
    return { slug, level, title, summary, parts };
  });
}

/** As someone would write it by hand: no wrappers, no classes but those that drawings need. */
function plain(html: string, id: AnyPartId): string {
  let number = 0;
  const bare = html
    .replace(/<\/?(?:div|span|section)\b[^>]*>/g, '')
    .replace(/<svg.*?<\/svg>|( (?:class|role|aria-label)="[^"]*")/gs, (all, attribute?: string) =>
      attribute === undefined ? all : '',
    )
    .replaceAll('&quot;', '"')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  if (id !== 'sources') return bare;
  return bare.replaceAll('<li>', () => {
    number += 1;
    return `<li id="source-${number}">`;
  });
}
